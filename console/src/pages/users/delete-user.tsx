import { useQuery } from "@tanstack/react-query";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { listOf } from "../../format/lists.ts";
import { countOf } from "../../format/plurals.ts";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
import type { UserDialogProps } from "./user-dialogs.tsx";

const SHOWN_MAX = 4;
const COUNTED_MAX = 200;

/** Asks before a user is deleted, or turned away before being let in. */
export function DeleteUser({
	user,
	onClose,
	onGone,
	how,
}: UserDialogProps & {
	how: "delete" | "reject";
	onGone?: (() => Promise<void>) | undefined;
}) {
	const { id, name, kind } = user;
	const isRejected = how === "reject";
	const write = useWrite({
		call: ({ client }) => client.users[how]({ id }),
		changes: ["users", "user_invites", "groups", "reach", "keys"],
		done: isRejected ? `${name} was turned away` : `${name} was deleted`,
		quiet: true,
		leave: onGone,
	});
	return (
		<ConfirmDialog
			open
			onClose={onClose}
			title={isRejected ? `Turn ${name} away?` : `Delete ${name}?`}
			action={isRejected ? "Turn away" : "Delete"}
			onConfirm={() => write.mutateAsync(undefined)}
		>
			<TakenAlong user={user} />
			<p>
				{kind === "human"
					? "This cannot be undone; blocking can. What they did stays in the audit log."
					: "This cannot be undone. What it did stays in the audit log."}
			</p>
		</ConfirmDialog>
	);
}

/** The keys that go too, by name: whatever uses them stops. */
function TakenAlong({ user: { id, kind } }: Pick<UserDialogProps, "user">) {
	const { client, accountParam, may } = useReeve();
	const isAsked = may("keys.list");
	const { data, isPending } = useQuery({
		queryKey: [accountParam, "keys", "of", id],
		queryFn: ({ signal }) =>
			client.keys.list({ user_id: id, limit: COUNTED_MAX }, { signal }),
		enabled: isAsked,
	});
	if (isAsked && isPending) return <SkeletonLines lines={2} />;
	const names = data?.data.map((key) => key.name) ?? [];
	const endpoints = kind === "human" ? " and the endpoints they enrolled" : "";
	if (names.length === 0)
		return (
			<p>
				{kind === "human"
					? "They are signed out everywhere at once. Their keys and the endpoints they enrolled go too."
					: "Its tokens go too."}
			</p>
		);
	return (
		<p>
			<b>This goes too:</b> {countOf(names.length, "key")} (
			{listOf(names, SHOWN_MAX)}){endpoints}. What uses them stops at once.
		</p>
	);
}
