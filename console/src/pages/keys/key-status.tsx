import type { Key } from "../../../../generated/client.ts";
import { StatusDot, type StatusKind } from "../../kit/status-dot.tsx";

const SOON_MS = 14 * 86_400_000;

/** Whether a key works, and whether it will much longer. */
export function KeyStatus({
	apiKey: { status, expires_at },
}: {
	apiKey: Pick<Key, "status" | "expires_at">;
}) {
	const [kind, words] = wordsOf(status, expires_at);
	return <StatusDot kind={kind}>{words}</StatusDot>;
}

function wordsOf(
	status: Key["status"],
	expiresAt: string | null,
): [StatusKind, string] {
	if (status === "disabled") return ["neutral", "Disabled"];
	if (status === "expired") return ["danger", "Expired"];
	const isSoon =
		expiresAt !== null && new Date(expiresAt).getTime() < Date.now() + SOON_MS;
	return isSoon ? ["warning", "Ends soon"] : ["success", "Active"];
}
