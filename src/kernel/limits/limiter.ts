import type { GcraPolicy } from "./gcra.ts";
import type { WindowPolicy } from "./window.ts";

/**
 * What the rest of the server knows of limits: a call names its buckets, and takes from all of them or from none.
 */

/** The buckets a call draws on. Those left out are not asked. */
export interface LimitRequest {
	/** The credential's budget, shared fairly between the accounts that it drives. */
	readonly credential?: CredentialCharge | undefined;
	/** The operation's window: the credential's own when there is one in the request, else common to all callers. */
	readonly operation?: OperationCharge | undefined;
	/** The address's budget of failed authentications: peeked at before the lookup, taken from when the lookup fails. */
	readonly address?: AddressCharge | undefined;
}

export interface CredentialCharge {
	/** The credential's public id, never its secret. */
	readonly key: string;
	/** The account in which the call runs. */
	readonly account: string | number;
	readonly policy: GcraPolicy;
}

export interface OperationCharge extends WindowPolicy {
	/** The operation's id. */
	readonly key: string;
}

export interface AddressCharge {
	readonly key: string;
	readonly policy: GcraPolicy;
}

export type BucketName = "credential" | "operation" | "address";

export interface BucketState {
	readonly name: BucketName;
	/** Calls that a full bucket or a fresh window allows at once. */
	readonly limit: number;
	/** Seconds in which the whole limit comes back: 60 for a window, burst divided by rate for a GCRA bucket. */
	readonly windowSeconds: number;
	/** Calls this caller could make at this instant; 0 exactly when the bucket refuses. */
	readonly remaining: number;
	/** Time until the whole limit is there again. */
	readonly resetMs: number;
}

export interface Decision {
	readonly allowed: boolean;
	/** 0 when allowed; else the time, to the microsecond, after which the same call passes if nobody else calls meanwhile. */
	readonly retryAfterMs: number;
	/** The bucket that refuses; of several the one with the longest wait. */
	readonly refusedBy: BucketName | undefined;
	/** In the order credential, operation, address; after the call, when it was allowed. */
	readonly buckets: readonly BucketState[];
}

/** `nowMs` is the clock's reading in milliseconds since any fixed instant, fractions allowed. */
export interface Limiter {
	/** Takes one call from every bucket of the request, or from none. */
	take(request: LimitRequest, nowMs: number): Decision | Promise<Decision>;
	/** What {@link take} would answer, without spending and without counting the account as active. */
	peek(request: LimitRequest, nowMs: number): Decision | Promise<Decision>;
	/** The same for many requests at once; a shared store is asked once for all of them. */
	peekMany(
		requests: readonly LimitRequest[],
		nowMs: number,
	): readonly Decision[] | Promise<readonly Decision[]>;
	/** True while a shared store is out of reach and this process counts alone. */
	readonly degraded: boolean;
	close(): Promise<void>;
}
