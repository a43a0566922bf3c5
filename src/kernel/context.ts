import type { Handle, Transaction } from "../db/index.ts";
import type { Caller } from "./caller.ts";
import type { Resources } from "./resources.ts";
import type { RoleName } from "./roles.ts";

/** The account a call runs in, as far as every operation may need to know it. */
export interface Account {
	id: string;
	kind: "provider" | "tenant" | "standalone";
	parentId: string | null;
	name: string;
	status: string;
}

/** What a write did, for the audit row. Fields left out are derived from the input and the output. */
export interface Change {
	target?: { type?: string; id?: string; name?: string };
	before?: unknown;
	after?: unknown;
	/** The account whose log gets the row; the effective account unless said. It must be in view of the transaction. */
	accountId?: string;
	/** Another name than the operation's own, for a call that changes several things. */
	operation?: string;
}

/** Made once a call and passed by hand. Handlers know nothing of the wire. */
export interface Context {
	readonly requestId: string;
	readonly now: Date;
	readonly caller: Caller;
	/** Where this call runs. */
	readonly account: Account;
	/** The accounts this call may read: one, or several in a fan-out. */
	readonly accountIds: readonly string[];
	/** The caller's role in the effective account; none for machines and organization keys. */
	readonly role: RoleName | undefined;
	/** Reads in a read operation; a transaction in a write. Bound to `accountIds` either way. */
	readonly db: Handle;
	/** The transaction of a write; throws in a read. */
	readonly tx: Transaction;
	readonly address: string;
	/** Scheme and host under which the caller reaches this server, as its browser says; else those of the public URL. */
	readonly origin: string;
	/** Things made once for the process: clock, pepper, registry, limiter. */
	readonly resources: Resources;
	/** The version the caller insists on (If-Match), if any. */
	readonly ifMatch: number | undefined;
	/** Whether the caller may also call another operation here: its credential, its role and its account together. */
	may(operationId: string): boolean;
	/** Of `accountIds` those in which the caller may also call another operation; in a fan-out roles differ. */
	accountsWhere(operationId: string): readonly string[];
	/** Adds to the audit trail. Without a call, a write leaves one row made from its input and output. */
	audit(change: Change): void;
	/** Says that rights, users or credentials of an account changed: cached answers about it are void from the commit on. */
	revoke(accountId: string): void;
	/**
	 * Leaves work for when the change is stored, such as a mail about it. The call waits for it, and what it answers is
	 * added to the output, which declares those fields as optional: an answer that is replayed lacks them. The work
	 * must not throw, since nothing can be taken back any more.
	 */
	afterCommit(work: () => Promise<Record<string, unknown>>): void;
}
