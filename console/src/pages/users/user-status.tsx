import type { User } from "../../../../generated/client.ts";
import { StatusDot, type StatusKind } from "../../kit/status-dot.tsx";

const states: Record<User["status"], { kind: StatusKind; word: string }> = {
	active: { kind: "success", word: "Active" },
	invited: { kind: "info", word: "Invited" },
	pending: { kind: "warning", word: "Awaits approval" },
};

/** Whether somebody may work: blocked goes before everything else. */
export function UserStatus({
	user: { status, blocked },
}: {
	user: Pick<User, "status" | "blocked">;
}) {
	if (blocked) return <StatusDot kind="danger">Blocked</StatusDot>;
	const { kind, word } = states[status];
	return <StatusDot kind={kind}>{word}</StatusDot>;
}
