import autocannon from "autocannon";
import type { Effort } from "../rows/row.ts";

export interface Target {
	url: string;
	method?: "GET" | "POST";
	headers?: Record<string, string>;
	/** A body for each request, by its number. */
	body?: (index: number) => string;
	connections?: number;
}

/** Answers a second, over a bounded time. @throws when anything but 2xx was answered: a refusal is not a fast answer. */
export async function requestsPerSecond(
	target: Target,
	seconds: number,
): Promise<number> {
	let index = 0;
	const request = target.body
		? {
				setupRequest: (prepared: autocannon.Request) => ({
					...prepared,
					body: target.body?.(index++) ?? "",
				}),
			}
		: {};
	const result = await autocannon({
		url: target.url,
		method: target.method ?? "GET",
		connections: target.connections ?? 16,
		duration: seconds,
		headers: {
			...target.headers,
			...(target.body ? { "content-type": "application/json" } : {}),
		},
		requests: [request],
	});
	if (result.non2xx > 0 || result.errors > 0)
		throw new Error(
			`${target.url}: ${result.non2xx} refusals and ${result.errors} errors`,
		);
	return result.requests.total / result.duration;
}

/** How often a second something is done, measured for so many seconds. */
export type Rate = (seconds: number) => Promise<number>;

/**
 * The ratio a/b, measured in turns so that both meet the same machine: the median over the rounds of the ratio of
 * each round. Both are warmed up first, which is not counted.
 */
export async function ratio(
	a: Rate,
	b: Rate,
	{ seconds, warmUpSeconds, rounds }: Effort,
): Promise<{ ratio: number; a: number; b: number }> {
	await a(warmUpSeconds);
	await b(warmUpSeconds);
	const pairs: { a: number; b: number }[] = [];
	for (let round = 0; round < rounds; round++) {
		const first = round % 2 === 0;
		const early = await (first ? a : b)(seconds);
		const late = await (first ? b : a)(seconds);
		pairs.push(first ? { a: early, b: late } : { a: late, b: early });
	}
	return {
		ratio: median(pairs.map((pair) => pair.a / pair.b)),
		a: median(pairs.map((pair) => pair.a)),
		b: median(pairs.map((pair) => pair.b)),
	};
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((x, y) => x - y);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1
		? (sorted[middle] as number)
		: ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
