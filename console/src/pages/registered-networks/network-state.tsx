import type { RegisteredNetwork } from "../../../../generated/client.ts";
import { Badge } from "../../kit/badge.tsx";
import { StatusDot } from "../../kit/status-dot.tsx";

/** The statuses of a registered network, in words. */
export const registeredStatuses: Record<RegisteredNetwork["status"], string> = {
	OPEN: "Open",
	CLOSED: "Closed",
};

/** Whether DNS traffic from the network counts as the account's. */
export function RegisteredState({ network }: { network: RegisteredNetwork }) {
	const { status } = network;
	return (
		<StatusDot kind={status === "OPEN" ? "success" : "neutral"}>
			{registeredStatuses[status]}
		</StatusDot>
	);
}

/** Whether it was shown that the network is the account's. */
export function VerifiedBadge({ network }: { network: RegisteredNetwork }) {
	return network.is_verified ? (
		<Badge kind="success">Verified</Badge>
	) : (
		<Badge>Not verified</Badge>
	);
}

/** The range as people write it: `203.0.113.8/29`. */
export function rangeOf({
	ip_address,
	prefix_length,
}: RegisteredNetwork): string {
	if (ip_address === null) return "";
	return prefix_length === null ? ip_address : `${ip_address}/${prefix_length}`;
}
