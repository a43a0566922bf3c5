import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mismatch } from "./json-pattern.ts";
import { callServer } from "./server.ts";

/**
 * Recorded exchanges of a wire, in a plain text file:
 *
 * ```
 * ### title
 * POST /api/groups?account={{tenant}}
 * Authorization: Token {{token}}
 *
 * {"name":"web"}
 * >>> 200
 * Content-Type: application/json; charset=UTF-8
 *
 * {"id":"<id:groupId>","name":"web","...":"..."}
 * ```
 *
 * `{{name}}` is a variable; the body of an answer is a pattern (`json-pattern.ts`), which may capture new variables.
 * A body that is not JSON is compared as text. Headers of the answer are a subset. Exchanges of a file run in order.
 */
export interface Exchange {
	title: string;
	request: Message & { method: string; path: string };
	answer: Message & { status: number };
}

interface Message {
	headers: Record<string, string>;
	body: string;
}

export type Variables = Record<string, string>;

/** The exchanges of every `.http` file in a folder, by file name. */
export function readExchanges(folder: string): Map<string, Exchange[]> {
	const names = readdirSync(folder).filter((name) => name.endsWith(".http"));
	return new Map(
		names.map((name) => [
			name,
			parseExchanges(readFileSync(join(folder, name), "utf8")),
		]),
	);
}

export function parseExchanges(text: string): Exchange[] {
	return text
		.split(/^### /m)
		.slice(1)
		.map((block) => {
			const [asked, answered] = block.split(/^>>> /m);
			const [title, start, ...request] = (asked as string).split("\n");
			const [status, ...answer] = (answered ?? "").split("\n");
			const [method, path] = (start ?? "").split(" ");
			if (!title || !method || !path || !status)
				throw new Error(`not an exchange: ${block.slice(0, 80)}`);
			return {
				title: title.trim(),
				request: { method, path, ...parseMessage(request) },
				answer: { status: Number(status), ...parseMessage(answer) },
			};
		});
}

function parseMessage(lines: readonly string[]): Message {
	const end = lines.indexOf("");
	const head = end < 0 ? lines : lines.slice(0, end);
	const headers = head.map((line) => {
		const colon = line.indexOf(":");
		return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
	});
	return {
		headers: Object.fromEntries(headers),
		body: end < 0 ? "" : lines.slice(end).join("\n").trim(),
	};
}

/** Sends the request of an exchange and compares the answer; captured variables are added. @throws with all that differs */
export async function replay(
	url: string,
	{ title, request, answer }: Exchange,
	variables: Variables,
): Promise<void> {
	const headers = Object.fromEntries(
		Object.entries(request.headers).map(([name, value]) => [
			name,
			fill(value, variables),
		]),
	);
	const got = await callServer(
		url,
		request.method,
		fill(request.path, variables),
		{
			headers,
			...(request.body === "" ? {} : { body: fill(request.body, variables) }),
		},
	);
	const faults = [
		got.status === answer.status
			? undefined
			: `status ${got.status} instead of ${answer.status}`,
		...Object.entries(answer.headers).map(([name, value]) =>
			got.headers.get(name) === fill(value, variables)
				? undefined
				: `${name} is ${got.headers.get(name)}`,
		),
		bodyFault(answer.body, got.text, variables),
	].filter((fault) => fault !== undefined);
	if (faults.length > 0)
		throw new Error(`${title}: ${faults.join("; ")}\n${got.text}`);
}

function bodyFault(
	pattern: string,
	text: string,
	variables: Variables,
): string | undefined {
	const filled = fill(pattern, variables);
	try {
		return mismatch(JSON.parse(filled), JSON.parse(text), variables);
	} catch {
		return filled === text.trim() ? undefined : "another body";
	}
}

function fill(text: string, variables: Variables): string {
	return text.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => {
		const value = variables[name];
		if (value === undefined) throw new Error(`there is no variable ${name}`);
		return value;
	});
}

/** Routes for which the exchanges show no success, or no error: each as one line. */
export function uncovered(
	routes: readonly { method: string; path: string }[],
	exchanges: Iterable<Exchange>,
): string[] {
	const seen = new Set<string>();
	for (const { request, answer } of exchanges) {
		const route = routeOf(routes, request);
		if (route)
			seen.add(
				`${route.method} ${route.path} ${answer.status < 300 ? "success" : "error"}`,
			);
	}
	return routes
		.flatMap(({ method, path }) =>
			["success", "error"].map((kind) => `${method} ${path} ${kind}`),
		)
		.filter((line) => !seen.has(line));
}

/** The route a request takes: a literal segment wins over a parameter. */
function routeOf(
	routes: readonly { method: string; path: string }[],
	request: { method: string; path: string },
) {
	const asked = request.path.split("?")[0] as string;
	return routes
		.filter(({ method, path }) => {
			const pattern = path.replaceAll(/:\w+/g, "[^/]+");
			return (
				method === request.method && new RegExp(`^${pattern}$`).test(asked)
			);
		})
		.sort((a, b) => a.path.split(":").length - b.path.split(":").length)[0];
}
