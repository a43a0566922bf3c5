import type { AnyOperation } from "../../src/kernel/operation.ts";
import type { Answer, TestServer } from "../support/server.ts";

/** What a call comes with: a key, the session of a browser, or nothing. */
export type Credential =
	| string
	| { readonly cookie: string; readonly csrf: string }
	| undefined;

/** One operation over its native route: path fields into the path, the rest into the query or the body. */
export function callOperation(
	server: TestServer,
	operation: AnyOperation,
	input: Record<string, unknown>,
	credential: Credential,
	account?: string,
): Promise<Answer> {
	const rest = { ...input };
	const path = operation.path.replaceAll(
		/\{([^}]+)\}/g,
		(_whole, name: string) => {
			delete rest[name];
			return encodeURIComponent(String(input[name]));
		},
	);
	const query = new URLSearchParams(account === undefined ? {} : { account });
	const inQuery = operation.method === "GET" || operation.method === "DELETE";
	if (inQuery)
		for (const [name, value] of Object.entries(rest))
			query.append(name, String(value));
	const url = `/api/v1${path}${query.size > 0 ? `?${query}` : ""}`;
	return server.call(operation.method, url, {
		...presented(credential),
		...(inQuery ? {} : { body: rest }),
	});
}

function presented(credential: Credential) {
	if (typeof credential !== "object") return { token: credential };
	const { cookie, csrf } = credential;
	return { headers: { cookie, "reeve-csrf": csrf } };
}

/** The fields of an operation's path. */
export function pathFields(operation: AnyOperation): string[] {
	return [...operation.path.matchAll(/\{([^}]+)\}/g)].map(
		(match) => match[1] as string,
	);
}

/** The input of an operation's documented example: one that passes validation. */
export function exampleOf(operation: AnyOperation): Record<string, unknown> {
	return operation.example.input as Record<string, unknown>;
}
