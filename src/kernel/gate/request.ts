import type { Caller } from "../caller.ts";
import type { Presented } from "../credentials/presented.ts";
import type { AnyOperation } from "../operation.ts";

export type RequestedAccount = string | readonly string[] | undefined;

/** What a surface knows of a request before anybody has checked anything. */
export interface GateRequest {
	operation: AnyOperation;
	presented: Presented;
	/**
	 * The requested account as it came: absent, text, or several texts where it was repeated. A surface whose wire
	 * ignores the parameter for some callers gives a function of the caller.
	 */
	account: RequestedAccount | ((caller: Caller) => RequestedAccount);
	address: string;
	userAgent: string;
	/**
	 * Scheme and host of the page that the browser called from. A surface that takes sessions has checked that it is
	 * this server; absent where no browser called.
	 */
	origin?: string | undefined;
	requestId: string;
	/** Which way in: `rest`, `umbrella`, … */
	surface: string;
	/** A vendor's own figure for this call, in place of the operation's. */
	window?: { key: string; perMinute: number; blockMs?: number };
}

/** What comes with one operation besides its input. */
export interface CallOptions {
	idempotencyKey?: string | undefined;
	ifMatch?: number | undefined;
	/** Why, in the caller's words; kept with the audit row. */
	reason?: string | undefined;
	/** Text may stand for numbers and booleans (query strings). */
	coerce?: boolean;
}
