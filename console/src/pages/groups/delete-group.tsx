import { useQuery } from "@tanstack/react-query";
import type { GroupRow } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { listOf } from "../../format/lists.ts";
import { countOf } from "../../format/plurals.ts";
import { Banner } from "../../kit/banner.tsx";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";

/** Asks before a group goes, and says what holds it back: it must be taken out of there first. */
export function DeleteGroup({
	group,
	isOpen,
	onClose,
	leave,
}: {
	group: Pick<GroupRow, "id" | "name">;
	isOpen: boolean;
	onClose: () => void;
	/** Leaves the page of what is gone. */
	leave?: (() => Promise<void>) | undefined;
}) {
	const { id, name } = group;
	const write = useWrite({
		call: ({ client }) => client.groups.delete({ id }),
		changes: ["groups"],
		done: "Group deleted",
		quiet: true,
		leave,
	});
	return (
		<ConfirmDialog
			open={isOpen}
			onClose={onClose}
			title={`Delete the group “${name}”?`}
			action="Delete group"
			onConfirm={() => write.mutateAsync(undefined)}
		>
			{isOpen ? <UsedBy id={id} /> : null}
			<p>It goes only when nothing refers to it any more.</p>
		</ConfirmDialog>
	);
}

/** What is known to refer to it; policies, setup keys and routers the server names. */
function UsedBy({ id }: { id: string }) {
	const { client, accountParam, account, may } = useReeve();
	const isProvider = account.kind === "provider" && may("grants.list");
	const grants = useQuery({
		queryKey: [accountParam, "grants", "of-group", id],
		queryFn: ({ signal }) =>
			client.grants.list({ group_id: id, count: true, limit: 1 }, { signal }),
		enabled: isProvider,
	});
	const group = useQuery({
		queryKey: [accountParam, "groups", id],
		queryFn: ({ signal }) => client.groups.get({ id }, { signal }),
	});
	const uses = [
		countUnless0(grants.data?.total, "grant"),
		countUnless0(group.data?.users.length, "user"),
		countUnless0(group.data?.resources.length, "resource"),
	].filter(Boolean);
	if (uses.length === 0) return null;
	return (
		<Banner kind="warning" title="Still in use">
			It is used by {listOf(uses)}. Take them out first.
		</Banner>
	);
}

function countUnless0(amount: number | undefined, word: string): string {
	return amount ? countOf(amount, word) : "";
}
