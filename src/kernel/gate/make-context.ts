import type { Handle, Transaction } from "../../db/index.ts";
import type { Change, Context } from "../context.ts";
import type { Visit } from "./pipeline.ts";
import type { CallOptions } from "./request.ts";

/** What a handler says while it runs. */
export interface Collected {
	readonly changes: Change[];
	readonly revoked: Set<string>;
	readonly afterwards: (() => Promise<Record<string, unknown>>)[];
}

export function nothingCollected(): Collected {
	return { changes: [], revoked: new Set(), afterwards: [] };
}

/** The context of one call. A read gets a handle for reads, and no transaction to reach for. */
export function makeContext(
	visit: Visit,
	options: CallOptions,
	db: Handle | Transaction,
	collected: Collected,
): Context {
	const { caller, place, request, resources } = visit;
	return {
		requestId: request.requestId,
		now: resources.clock.now(),
		caller,
		account: place.account,
		accountIds: place.accountIds,
		role: place.role,
		db,
		get tx(): Transaction {
			if (!("queue" in db)) throw new Error("a read has no transaction");
			return db;
		},
		address: request.address,
		get origin() {
			return request.origin ?? new URL(resources.publicUrl).origin;
		},
		resources,
		ifMatch: options.ifMatch,
		may: (operationId) => visit.may(operationId),
		accountsWhere: (operationId) => visit.accountsWhere(operationId),
		audit: (change) => void collected.changes.push(change),
		revoke: (accountId) => void collected.revoked.add(accountId),
		afterCommit: (work) => void collected.afterwards.push(work),
	};
}
