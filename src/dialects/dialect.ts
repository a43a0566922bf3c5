import type { Caller } from "../kernel/caller.ts";
import type { Presented } from "../kernel/credentials/presented.ts";
import type { ReeveError } from "../kernel/errors.ts";
import type { Place } from "../kernel/gate/enter-scope.ts";
import type { RequestedAccount } from "../kernel/gate/request.ts";
import type { Decision } from "../kernel/limits/limiter.ts";
import type { Resources } from "../kernel/resources.ts";

/** A request as it came over the wire, before anything of it is trusted. */
export interface WireRequest {
	/** The one that `X-Request-Id` and the log show. */
	id: string;
	method: string;
	/** The path of the route that was taken, as the dialect declares it; empty where none serves the request. */
	route: string;
	/** The route's own path parameters, decoded. */
	params: Readonly<Record<string, string>>;
	/** Repeated parameters are arrays. */
	query: Readonly<Record<string, string | string[]>>;
	headers: Readonly<Record<string, string | string[] | undefined>>;
	/** The raw body; empty when there was none. */
	body: Buffer;
	address: string;
}

/** A request that has been let in. `run` calls an operation through the gate; the request was charged once. */
export interface WireCall extends WireRequest {
	caller: Caller;
	place: Place;
	resources: Resources;
	decision: Decision;
	/** @throws ReeveError, which the dialect words */
	// biome-ignore lint/suspicious/noExplicitAny: each route knows the shape of the operation it names.
	run(operationId: string, input: Record<string, unknown>): Promise<any>;
	/** Whether the caller may also call an operation here. */
	may(operationId: string): boolean;
	/** The body as the dialect reads bodies. @throws what the dialect throws for a body it cannot read */
	// biome-ignore lint/suspicious/noExplicitAny: a wire body has no type until the route has looked at it.
	json(): any;
}

export interface WireAnswer {
	status: number;
	/** A string is sent as it is; undefined sends no body; anything else becomes JSON. */
	body?: unknown;
	headers?: Record<string, string>;
}

export interface WireRoute {
	method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
	/** Full path; `:name` is a parameter. */
	path: string;
	/** The operation this call is charged as and must at least be permitted. */
	operation: string;
	/** The vendor's own figure for this endpoint, in place of the operation's. */
	perMinute?: number;
	/** The window that several spellings of one endpoint share, in place of the route's own. */
	endpoint?: string;
	/** Where this route finds the account, in place of the dialect's rule. */
	account?: (
		request: WireRequest,
	) => RequestedAccount | ((caller: Caller) => RequestedAccount);
	/** What is answered for an account that the caller does not reach or nobody has, where that is no error on this wire. */
	absentAccount?(request: WireRequest): WireAnswer;
	/** A 2xx answer, or throw. */
	handle(call: WireCall): Promise<WireAnswer>;
	document: RouteDocument;
}

/** A route that asks for no credential: set-up, an invitation. Its failures count as failed authentications of the address. */
export interface OpenRoute {
	method: "GET" | "POST";
	path: string;
	handle(
		request: WireRequest,
		resources: Resources & { requestId: string },
		// biome-ignore lint/suspicious/noExplicitAny: a wire body has no type until the route has looked at it.
		json: () => any,
	): Promise<WireAnswer>;
	document: RouteDocument;
}

/** What the OpenAPI document of the dialect says of a route. Schemas are JSON Schema 2020-12. */
export interface RouteDocument {
	summary: string;
	tag: string;
	query?: Record<
		string,
		{ description?: string; schema: object; required?: boolean }
	>;
	body?: { schema: object; example: unknown; required?: boolean };
	/** Success status → what it carries. */
	answers: Record<
		number,
		{ description: string; schema?: object; example?: unknown }
	>;
}

/**
 * Everything in which one vendor's wire differs. A dialect opens no transaction and checks no permission: its routes
 * call operations through the gate, and what is wrong comes back as a `ReeveError` to be worded.
 */
export interface Dialect {
	name: "umbrella" | "opmanager" | "netbird";
	title: string;
	/** What the head of its OpenAPI document says, in Markdown. */
	description: string;
	/** Query parameters that every route understands besides its own. */
	query?: RouteDocument["query"];
	/** Prefix under which unknown paths are answered in this wire's words. */
	prefix: string;
	routes: readonly WireRoute[];
	openRoutes?: readonly OpenRoute[];
	/** Reads the credential; a malformed one is told apart from none. */
	credential(request: WireRequest): Presented;
	account(
		request: WireRequest,
	): RequestedAccount | ((caller: Caller) => RequestedAccount);
	/** @throws ReeveError for a body it cannot read */
	readBody(body: Buffer, contentType: string | undefined): unknown;
	error(error: ReeveError, request: WireRequest): WireAnswer;
	/** Headers of every answer besides the common ones; `decision` is absent before the budget was asked. */
	headers(
		decision: Decision | undefined,
		request: WireRequest,
		status: number,
	): Record<string, string>;
	/** Headers that answer a browser's question whether another site may call; without it, no site may. */
	preflight?(request: WireRequest): Record<string, string>;
	/** How long a caller stays out after a refused window, in ms. */
	blockMs?: number;
	contentType: string;
	/** Whether a trailing slash and doubled slashes are forgiven. */
	lenientPaths?: boolean;
}
