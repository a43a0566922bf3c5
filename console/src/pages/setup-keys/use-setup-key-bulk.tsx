import type { SetupKey } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import type { BulkAction } from "../../list/list-types.ts";
import { useBulkRun } from "../../list/use-bulk-run.tsx";

/** What can be done to several setup keys at once. Put `view` on the page. */
export function useSetupKeyBulk() {
	const { may } = useReeve();
	const revocation = useRevocation();
	const deletion = useDeletion();
	const actions: (BulkAction<SetupKey> | false)[] = [
		may("setup_keys.update") && {
			label: "Revoke",
			danger: true,
			run: revocation.start,
			fits: (rows) => rows.some(({ revoked }) => !revoked),
		},
		may("setup_keys.delete") && {
			label: "Delete",
			danger: true,
			run: deletion.start,
		},
	];
	const offered = actions.filter((action) => action !== false);
	return {
		bulk: offered.length > 0 ? offered : undefined,
		view: (
			<>
				{revocation.view}
				{deletion.view}
			</>
		),
	};
}

function useRevocation() {
	const { clientOf } = useReeve();
	return useBulkRun({
		operation: "setup_keys.update",
		action: (count) => `Revoke ${countOf(count, "setup key")}`,
		doing: "Revoking setup keys",
		warning:
			"Nothing enrols with them any more. What has enrolled stays. This cannot be taken back.",
		danger: true,
		changes: ["setup_keys"],
		call: ({ id, account }, options) =>
			clientOf(account).setupKeys.update({ id, revoked: true }, options),
	});
}

function useDeletion() {
	const { clientOf } = useReeve();
	return useBulkRun({
		operation: "setup_keys.delete",
		action: (count) => `Delete ${countOf(count, "setup key")}`,
		doing: "Deleting setup keys",
		warning: "Nothing enrols with them any more. What has enrolled stays.",
		danger: true,
		changes: ["setup_keys"],
		call: ({ id, account }, options) =>
			clientOf(account).setupKeys.delete({ id }, options),
	});
}
