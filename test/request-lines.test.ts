import { afterAll, beforeAll, expect, test } from "vitest";
import {
	type Answer,
	startTestServer,
	type TestServer,
} from "./support/server.ts";

let provider: TestServer;

beforeAll(async () => {
	provider = await startTestServer();
});
afterAll(() => provider.stop());

interface Line {
	level: string;
	time: string;
	id: string;
	method: string;
	path: string;
	status: number;
	ms: number;
	account?: string;
	address: string;
	msg: string;
}

/** The lines of one request, once it has left any: a line is written when the answer has gone. */
async function linesOf(answer: Answer): Promise<Line[]> {
	const id = answer.headers.get("x-request-id");
	const lines = () =>
		provider.logLines
			.map((text) => JSON.parse(text) as Line)
			.filter((line) => line.id === id);
	await expect.poll(lines).not.toEqual([]);
	return lines();
}

test("a request leaves one line in UTC, found by the answer's X-Request-Id, without what stood in the query", async () => {
	const { token, accountId } = provider.first;
	const path = "/api/v1/groups";
	const answer = await provider.call("GET", `${path}?limit=1`, { token });
	const lines = await linesOf(answer);
	expect(lines).toEqual([
		{
			level: "info",
			time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
			id: answer.headers.get("x-request-id"),
			method: "GET",
			path,
			status: 200,
			ms: expect.any(Number),
			account: accountId,
			address: "127.0.0.1",
			msg: "request",
		},
	]);
});

test("the line and the figures say how long the caller waited", async () => {
	const { token } = provider.first;
	const body = { name: "Watched" };
	const answer = await provider.call("POST", "/api/v1/groups", { token, body });
	expect(answer.status).toBe(201);
	const [line] = await linesOf(answer);
	expect(line?.ms).toBeGreaterThan(0);
	const { text } = await provider.call("GET", "/metrics");
	const [, seconds] =
		/^reeve_request_seconds_sum\{surface="rest"\} (\S+)$/m.exec(text) ?? [];
	expect(Number(seconds)).toBeGreaterThan(0);
});

test("a link's token in a path leaves its beginning alone, whatever letters it has", async () => {
	for (const body of [
		"AAAAAAAAAAAA-BBBBBBBBB_CCCCCCCCC-DDDDDDDDDD",
		"-A-B-C-D-E-F-G-H-I-J-K-L-M-N-O-P-Q-R-S-T-U-",
	]) {
		const answer = await provider.call("GET", `/api/users/invites/rvi_${body}`);
		const [line] = await linesOf(answer);
		expect(line?.path).toBe(`/api/users/invites/rvi_${body.slice(0, 12)}…`);
	}
});
