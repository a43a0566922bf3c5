import type { BucketStates } from "./bucket-states.ts";
import { reserveUs } from "./fair-share.ts";
import { capacityUs, type GcraPolicy, intervalUs, skewUs } from "./gcra.ts";
import type { LimitRequest } from "./limiter.ts";

/** How many of the script's arguments are keys. */
export const SCRIPT_KEYS = 4;

/** All keys carry one hash tag, because a call takes from several at once: a Redis cluster keeps them in one slot. */
const PREFIX = "{reeve}:";
const ABSENT = "";

/** KEYS and ARGV of the script for one request, in the order that the script reads them. */
export function scriptArguments(
	request: LimitRequest,
	nowUs: number,
	spending: boolean,
): (string | number)[] {
	return [
		...scriptKeys(request),
		nowUs,
		spending ? 1 : 0,
		...credentialArguments(request),
		...operationArguments(request),
		...addressArguments(request),
	];
}

function scriptKeys(request: LimitRequest): string[] {
	const credential = request.credential?.key ?? ABSENT;
	const operation = request.operation?.key ?? ABSENT;
	const address = request.address?.key ?? ABSENT;
	// The length keeps apart what two keys joined could confuse; a common window has none.
	const owner = request.credential === undefined ? ABSENT : credential.length;
	return [
		`${PREFIX}c:${credential}`,
		`${PREFIX}a:${credential}`,
		`${PREFIX}w:${owner}:${credential}:${operation}`,
		`${PREFIX}f:${address}`,
	];
}

function credentialArguments(request: LimitRequest): (string | number)[] {
	const { credential } = request;
	if (credential === undefined) return [ABSENT, 0, 0, 0, 0];
	const bucket = bucketArguments(credential.policy);
	return [String(credential.account), ...bucket, reserveUs(credential.policy)];
}

function operationArguments(request: LimitRequest): (string | number)[] {
	const { operation } = request;
	if (operation === undefined) return [ABSENT, 0];
	return [operation.limit, Math.round((operation.blockMs ?? 0) * 1000)];
}

function addressArguments(request: LimitRequest): (string | number)[] {
	const { address } = request;
	if (address === undefined) return [ABSENT, 0, 0];
	return bucketArguments(address.policy);
}

function bucketArguments(policy: GcraPolicy): number[] {
	return [intervalUs(policy), capacityUs(policy), skewUs(policy)];
}

/** The script's answer: whether the call was allowed, and the states after it. */
export function parseReply(reply: unknown): {
	allowed: boolean;
	states: BucketStates;
} {
	if (!Array.isArray(reply) || reply.length !== 8) {
		throw new Error("the limit script gave an answer of the wrong shape");
	}
	const figures = reply.map(Number);
	const at = (index: number): number => figures[index] ?? 0;
	return {
		allowed: at(0) === 1,
		states: {
			credential: {
				tatUs: at(1),
				shareTatUs: at(2),
				activeAccounts: at(3),
			},
			window: {
				windowEndUs: at(4),
				windowCount: at(5),
				blockedUntilUs: at(6),
			},
			addressTatUs: at(7),
		},
	};
}
