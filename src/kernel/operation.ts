import type { Static, TObject, TSchema } from "typebox";
import type { Context } from "./context.ts";
import type { ModuleName } from "./modules.ts";
import type { Right } from "./roles.ts";

/**
 * Where an operation runs.
 * - `account`: in the effective account (`?account=`).
 * - `accounts`: a list that may fan out over several accounts (`?account=1,2` or `*`).
 * - `provider`: in the effective account, which must be a provider.
 * - `caller`: about the caller; any valid credential may call it.
 * - `session`: about the caller, and only for a person who is signed in: no key opens it, whatever its access.
 * - `machine`: only a credential that lists it by name (setup key, endpoint, probe); no role opens it.
 */
export type Scope =
	| "account"
	| "accounts"
	| "provider"
	| "caller"
	| "session"
	| "machine";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Everything the product can do is one of these, declared once. Its id is the permission, the audit name, the
 * operationId and the tool name; routes, documents and checks are derived from it.
 */
export interface Operation<
	I extends TObject = TObject,
	O extends TSchema = TSchema,
	P = undefined,
> {
	/** `noun.verb`, plural noun: `setup_keys.create`. */
	id: string;
	module: ModuleName;
	access: Right;
	scope: Scope;
	/** Native route below `/api/v1`; `{name}` takes a field of the input. */
	method: Method;
	path: string;
	/** One sentence for people: the catalogue, the reference and the key page show it. */
	summary: string;
	description?: string;
	/** One object: path, query and body fields together. Unknown fields are refused. */
	input: I;
	/** What leaves the server; anything not declared here is stripped. `Type.Null()` for none. */
	output: O;
	/** Calls a minute for one credential; reads 500 and writes 100 unless said. */
	perMinute?: number;
	/** What a write changes: the noun of the audit row. Required on every write. */
	audit?: { target: string };
	/**
	 * A machine saying that it is alive. Such a call comes every few seconds from every machine and changes nothing
	 * that a person decided, so it leaves no audit row: rows that say nothing would bury those that say something.
	 * Only for scope `machine`.
	 */
	quiet?: true;
	/** Output fields shown once: never logged, never audited, never replayed. */
	secrets?: readonly string[];
	example: { input: Static<I>; output: Static<O> };
	/**
	 * What a write does before its transaction is opened, for transactions are few: what is slow and needs no lock, such
	 * as hashing a password or asking another machine. `ctx.db` reads. What it answers goes to the handler, which looks
	 * again at whatever may have changed since. A call whose answer is stored under its Idempotency-Key prepares nothing.
	 */
	prepare?(ctx: Context, input: Static<I>): Promise<P>;
	handler(ctx: Context, input: Static<I>, prepared: P): Promise<Static<O>>;
}

/** Declares an operation, keeping the types of its schemas for the handler. */
export function operation<I extends TObject, O extends TSchema, P = undefined>(
	declaration: Operation<I, O, P>,
): Operation<I, O, P> {
	return declaration;
}

// biome-ignore lint/suspicious/noExplicitAny: a registry holds operations of every input and output.
export type AnyOperation = Operation<any, any, any>;

/** Calls a minute that one credential may make of this operation. */
export function perMinuteOf(
	operation: AnyOperation,
	defaults: { reads: number; writes: number },
): number {
	return (
		operation.perMinute ??
		(operation.access === "read" ? defaults.reads : defaults.writes)
	);
}

/** Whether a key can be made to open an operation, and lists of permissions show it. */
export function isGrantable({ scope }: AnyOperation): boolean {
	return scope !== "machine" && scope !== "session";
}
