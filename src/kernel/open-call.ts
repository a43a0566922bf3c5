import type { Static, TObject, TSchema } from "typebox";
import type { AuditEvent } from "./audit/events.ts";
import type { Caller } from "./caller.ts";
import type { Method } from "./operation.ts";
import type { Resources } from "./resources.ts";

/** What an open call knows of the request besides its input, and how it speaks of what it did. */
export interface OpenContext {
	readonly resources: Resources;
	/** The open call's own id, which is its name in the audit log. */
	readonly operation: string;
	readonly requestId: string;
	readonly now: Date;
	readonly address: string;
	/** Scheme and host under which the browser reaches this server, checked to be ours; else those of the public URL. */
	readonly origin: string;
	readonly userAgent: string;
	/** The session the browser still carries, unchecked; none when there is no such cookie. */
	readonly session: string | undefined;
	/** The sign-in that is between its steps, unchecked. */
	readonly attempt: string | undefined;
	/** Whom that session names, if it is good for anything. @throws too_many_requests, unavailable */
	caller(): Promise<Caller | undefined>;
	/**
	 * Takes one attempt from the bucket of the person it is about: an e-mail address, or `user` and an id. Before
	 * anything about that person is checked. @throws too_many_requests
	 */
	slowDown(who: string): Promise<void>;
	/** Rights or sessions of an account have changed: here it counts at once. Elsewhere `announceRevocation` says it. */
	revoked(accountId: string): void;
	/** Notes a refusal in an account's log, after the answer. */
	refused(event: OpenRefusal): void;
}

/** A refused open call, as far as the request itself does not say it. */
export type OpenRefusal = Pick<
	AuditEvent,
	"accountId" | "caller" | "operation" | "target" | "reason"
>;

/** A token for the browser to carry in a cookie that no script reads. */
export interface CarriedToken {
	token: string;
	expiresAt: Date;
}

/** What an open call answers: the body, and what becomes of the two cookies. Left out: as it was; null: gone. */
export interface OpenAnswer<T> {
	output: T;
	session?: CarriedToken | null;
	attempt?: CarriedToken | null;
}

/**
 * What asks for no credential: a step of signing in, an invitation, a reset. Declared once like an operation, so that
 * its route, its place in the OpenAPI document and its method of the client are derived; but no gate can stand before
 * it, so it is slowed by address and by account instead, and says itself what it leaves in the audit log.
 */
export interface OpenCall<
	I extends TObject = TObject,
	O extends TSchema = TSchema,
> {
	/** `sign_in.verb`. */
	id: string;
	/** Native route below `/api/v1`. */
	method: Method;
	path: string;
	/** One sentence for people. */
	summary: string;
	description?: string;
	input: I;
	output: O;
	/** For a write in which nothing can be guessed: it is open where the address has failed too often. */
	unguarded?: true;
	example: { input: Static<I>; output: Static<O> };
	handler(ctx: OpenContext, input: Static<I>): Promise<OpenAnswer<Static<O>>>;
}

/** Declares an open call, keeping the types of its schemas for the handler. */
export function openCall<I extends TObject, O extends TSchema>(
	declaration: OpenCall<I, O>,
): OpenCall<I, O> {
	return declaration;
}

// biome-ignore lint/suspicious/noExplicitAny: a list holds open calls of every input and output.
export type AnyOpenCall = OpenCall<any, any>;
