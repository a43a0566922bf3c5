import { createClient } from "../../../generated/client.ts";
import type { Client } from "./client.ts";

/** A call as it would travel, without sending it. */
export interface RecordedCall {
	method: string;
	/** Path and query. */
	url: string;
	body?: string;
}

/**
 * What a call of the client would send. The client itself is asked, so that no path is written twice.
 *
 * @param ask calls one method of the client it is given
 */
export function recordCall(
	ask: (client: Client) => unknown,
	account?: string,
): RecordedCall | undefined {
	let recorded: RecordedCall | undefined;
	const client = createClient({
		baseUrl: "",
		...(account === undefined ? {} : { account }),
		fetch: async (url, init) => {
			recorded ??= {
				method: init?.method ?? "GET",
				url: String(url),
				...(typeof init?.body === "string" ? { body: init.body } : {}),
			};
			return new Response("null");
		},
	});
	Promise.resolve(ask(client)).catch(() => undefined);
	return recorded;
}

/** A command line for a recorded call. The credential stands in the environment, never in the history of a shell. */
export function curlLine(
	{ method, url, body }: RecordedCall,
	origin: string,
): string {
	return [
		"curl",
		...(method === "GET" ? [] : ["-X", method]),
		'-H "Authorization: Bearer $REEVE_TOKEN"',
		...(body === undefined
			? []
			: ["-H 'Content-Type: application/json'", "-d", quoted(body)]),
		quoted(origin + url),
	].join(" ");
}

/** As one word of a POSIX shell. */
function quoted(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
