import type { SetupKey } from "../../../../generated/client.ts";
import { countOf } from "../../format/plurals.ts";
import { bulkOffer } from "../../list/bulk-offer.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";

/** What can be done to several setup keys at once. Put `view` on the page. */
export function useSetupKeyBulk() {
	return bulkOffer(useRevocation(), useDeletion());
}

function useRevocation() {
	return useBulkRun<SetupKey>({
		operation: "setup_keys.update",
		label: "Revoke",
		fits: (rows) => rows.some(({ revoked }) => !revoked),
		action: (count) => `Revoke ${countOf(count, "setup key")}`,
		doing: "Revoking setup keys",
		warning:
			"Nothing enrols with them any more. What has enrolled stays. This cannot be taken back.",
		danger: true,
		changes: ["setup_keys"],
		call: (client, { id }, options) =>
			client.setupKeys.update({ id, revoked: true }, options),
	});
}

function useDeletion() {
	return useBulkRun({
		operation: "setup_keys.delete",
		label: "Delete",
		action: (count) => `Delete ${countOf(count, "setup key")}`,
		doing: "Deleting setup keys",
		warning: "Nothing enrols with them any more. What has enrolled stays.",
		danger: true,
		changes: ["setup_keys"],
		call: (client, { id }, options) => client.setupKeys.delete({ id }, options),
	});
}
