// The hand-written part of the client: its text heads the generated file. It runs in browsers and in Node.

export interface ClientOptions {
	/** Where the server is, such as `https://reeve.example.com`; empty for the page's own server. */
	baseUrl: string;
	/** Sent as `Authorization: Bearer …`; none when the caller is known by other means, such as a session. */
	credential?: string;
	/** More headers for every call, asked for anew each time. */
	headers?: () => Record<string, string>;
	/** The account of every call that names none of its own. */
	account?: string;
	fetch?: typeof fetch;
}

export interface CallOptions {
	/** The account to run in; several, or `*`, for lists that fan out. */
	account?: string | readonly string[];
	/** Makes a write safe to repeat. */
	idempotencyKey?: string;
	/** The version that a write insists on. */
	ifMatch?: number;
	/** Why; kept with the audit row. */
	reason?: string;
	signal?: AbortSignal;
}

/** An error as the server words it (RFC 9457). */
export interface Problem {
	type: string;
	title: string;
	status: number;
	detail: string;
	code: string;
	reason?: string;
	errors?: { pointer: string; rule: string; detail: string }[];
}

/** Thrown by every method for every answer that is not a success. */
export class ReeveProblem extends Error {
	readonly problem: Problem;
	readonly status: number;
	readonly code: string;
	/** What to name when the server's operator is asked. */
	readonly requestId: string | undefined;
	/** Seconds to wait before the next call, where the server says so. */
	readonly retryAfterSeconds: number | undefined;

	constructor(problem: Problem, headers: Headers) {
		super(problem.detail);
		this.name = "ReeveProblem";
		this.problem = problem;
		this.status = problem.status;
		this.code = problem.code;
		this.requestId = headers.get("x-request-id") ?? undefined;
		const seconds = headers.get("retry-after");
		this.retryAfterSeconds = seconds === null ? undefined : Number(seconds);
	}
}

export interface Page<T> {
	data: T[];
	next: string | null;
	has_more: boolean;
	total?: number;
}

/** Every row of a list, page after page: `for await (const row of everyRow(client.things.list, {}))`. */
export async function* everyRow<I extends { cursor?: string } | undefined, T>(
	list: (input: I, options?: CallOptions) => Promise<Page<T>>,
	input: NonNullable<NoInfer<I>>,
	options?: CallOptions,
): AsyncGenerator<T, void, undefined> {
	let asked: I = input;
	for (;;) {
		const page = await list(asked, options);
		yield* page.data;
		if (!page.has_more || page.next === null) return;
		asked = { ...input, cursor: page.next };
	}
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Sends one call: `{name}` in the path takes that field, and the other fields travel in the query or the body. */
export function createCall(client: ClientOptions) {
	const send = client.fetch ?? fetch;
	return async <T>(
		method: Method,
		path: string,
		input: object,
		options: CallOptions = {},
	): Promise<T> => {
		const fields = { ...input } as Record<string, unknown>;
		const filled = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
			const value = fields[name];
			delete fields[name];
			return encodeURIComponent(String(value));
		});
		const inQuery = method === "GET" || method === "DELETE";
		const query = queryOf(inQuery ? fields : {}, client, options);
		const response = await send(`${client.baseUrl}${filled}${query}`, {
			method,
			headers: headersOf(client, options, !inQuery),
			...(inQuery ? {} : { body: JSON.stringify(fields) }),
			...(options.signal ? { signal: options.signal } : {}),
		});
		return (await read(response)) as T;
	};
}

function queryOf(
	fields: Record<string, unknown>,
	client: ClientOptions,
	options: CallOptions,
): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(fields))
		for (const item of Array.isArray(value) ? value : [value])
			if (item !== undefined) query.append(name, String(item));
	const account = options.account ?? client.account;
	if (account !== undefined) query.set("account", String(account));
	const text = query.toString();
	return text === "" ? "" : `?${text}`;
}

function headersOf(
	client: ClientOptions,
	options: CallOptions,
	hasBody: boolean,
): Record<string, string> {
	const { credential, headers } = client;
	const { idempotencyKey, ifMatch, reason } = options;
	return {
		accept: "application/json",
		...(hasBody ? { "content-type": "application/json" } : {}),
		...(credential === undefined
			? {}
			: { authorization: `Bearer ${credential}` }),
		...(idempotencyKey === undefined
			? {}
			: { "idempotency-key": idempotencyKey }),
		...(ifMatch === undefined ? {} : { "if-match": `"${ifMatch}"` }),
		...(reason === undefined ? {} : { "reeve-reason": headerText(reason) }),
		...headers?.(),
	};
}

/** A header carries bytes: text beyond ASCII travels as its UTF-8. */
function headerText(text: string): string {
	return String.fromCharCode(...new TextEncoder().encode(text));
}

async function read(response: Response): Promise<unknown> {
	const text = await response.text();
	if (response.ok) return text === "" ? null : JSON.parse(text);
	throw new ReeveProblem(problemOf(response, text), response.headers);
}

/** What stands between may answer in words of its own; those become a problem too. */
function problemOf({ status, statusText }: Response, text: string): Problem {
	try {
		const problem = JSON.parse(text) as Problem;
		if (typeof problem.code === "string") return problem;
	} catch {
		// Not the server's words.
	}
	return {
		type: "about:blank",
		title: statusText,
		status,
		detail: `The answer was ${status} ${statusText}.`.replace(" .", "."),
		code: "unknown",
	};
}
