import type { SetupKey } from "../../../../generated/client.ts";
import { formatNumber } from "../../format/numbers.ts";
import { StatusDot, type StatusKind } from "../../kit/status-dot.tsx";

/** The states of a setup key, in words. */
export const setupKeyStates: Record<
	SetupKey["state"],
	{ kind: StatusKind; word: string; meaning: string }
> = {
	valid: {
		kind: "success",
		word: "Valid",
		meaning: "Machines can enrol with it.",
	},
	overused: {
		kind: "neutral",
		word: "Used up",
		meaning: "As many machines as it lets in have enrolled with it.",
	},
	expired: {
		kind: "neutral",
		word: "Expired",
		meaning: "Its time is over. Nothing enrols with it any more.",
	},
	revoked: {
		kind: "danger",
		word: "Revoked",
		meaning: "Somebody revoked it. Nothing enrols with it any more.",
	},
};

/** The types of a setup key, in words. */
export const setupKeyTypes: Record<SetupKey["type"], string> = {
	"one-off": "One machine",
	reusable: "Reusable",
};

export function SetupKeyState({ setupKey }: { setupKey: SetupKey }) {
	const { kind, word } = setupKeyStates[setupKey.state];
	return <StatusDot kind={kind}>{word}</StatusDot>;
}

/** How often it was used, and how often it may be: "3 of 10". */
export function usesOf({ used_times, usage_limit }: SetupKey): string {
	const used = formatNumber(used_times);
	return usage_limit === 0 ? used : `${used} of ${formatNumber(usage_limit)}`;
}
