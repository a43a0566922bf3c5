import type { Endpoint } from "../../../../generated/client.ts";
import { Badge } from "../../kit/badge.tsx";
import { StatusDot, type StatusKind } from "../../kit/status-dot.tsx";

/** The statuses of an endpoint, in words. */
export const endpointStatuses: Record<
	Endpoint["status"],
	{ kind: StatusKind; word: string; meaning: string }
> = {
	Off: { kind: "neutral", word: "Offline", meaning: "It has gone silent." },
	Unprotected: {
		kind: "warning",
		word: "Unprotected",
		meaning: "It is online, and its DNS is not protected.",
	},
	Protected: {
		kind: "success",
		word: "Online",
		meaning: "It is online and its DNS is protected.",
	},
	Encrypted: {
		kind: "success",
		word: "Online, encrypted",
		meaning: "It is online; its DNS is protected and encrypted.",
	},
	ProtectedByVA: {
		kind: "success",
		word: "Online, by appliance",
		meaning: "It is online; a virtual appliance protects its DNS.",
	},
	ProtectedByNetwork: {
		kind: "success",
		word: "Online, by network",
		meaning: "It is online; the network it is in protects its DNS.",
	},
	DisabledByUser: {
		kind: "warning",
		word: "Switched off",
		meaning: "It is online; somebody has switched its protection off.",
	},
	Uninstalled: {
		kind: "neutral",
		word: "Uninstalled",
		meaning: "Its agent was removed.",
	},
	DisabledByVPN: {
		kind: "warning",
		word: "Paused by VPN",
		meaning: "It is online; its protection rests while a VPN is up.",
	},
};

/** Whether an endpoint is online, and what keeps it from working. */
export function EndpointStatus({ endpoint }: { endpoint: Endpoint }) {
	if (endpoint.approval_required)
		return <StatusDot kind="info">Waits for approval</StatusDot>;
	const { kind, word } = endpointStatuses[endpoint.status];
	return (
		<>
			<StatusDot kind={kind}>{word}</StatusDot>
			{endpoint.login_expired ? (
				<>
					{" "}
					<Badge kind="warning">Login expired</Badge>
				</>
			) : null}
		</>
	);
}

/** What the status means, in a sentence. */
export function endpointMeaning(endpoint: Endpoint): string {
	if (endpoint.approval_required)
		return "It has enrolled, and reaches nothing until somebody approves it.";
	const { meaning } = endpointStatuses[endpoint.status];
	return endpoint.login_expired
		? `${meaning} Its user must log in again.`
		: meaning;
}
