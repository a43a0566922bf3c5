import { afterAll, expect } from "vitest";
import {
	type Answer,
	startTestServer,
	type TestServer,
	type TestServerOptions,
} from "./server.ts";

/** A server for the tests of one file and what they do with its native API, as the first owner unless said. */
export interface NativeApi {
	server: TestServer;
	/** The first account and its owner's token. */
	accountId: string;
	token: string;
	call(
		method: string,
		path: string,
		body?: unknown,
		as?: string,
		headers?: Record<string, string>,
	): Promise<Answer>;
	/** What a POST has made; fails unless it has made it. */
	made(path: string, body: unknown): Promise<Answer["json"]>;
}

/** Starts it; it stops after the tests of the file. */
export async function startNativeApi(
	options: TestServerOptions = {},
): Promise<NativeApi> {
	const server = await startTestServer(options);
	afterAll(() => server.stop());
	const { accountId, token } = server.first;
	const call: NativeApi["call"] = (method, path, body, as = token, headers) =>
		server.call(method, `/api/v1${path}`, {
			token: as,
			body,
			...(headers ? { headers } : {}),
		});
	async function made(path: string, body: unknown) {
		const answer = await call("POST", path, body);
		expect(answer.status, answer.text).toBe(201);
		return answer.json;
	}
	return { server, accountId, token, call, made };
}

/** Expects a refusal with this status, its text naming the code. */
export function refused(answer: Answer, status: number, code: string): void {
	expect([answer.status, answer.text]).toEqual([
		status,
		expect.stringContaining(code),
	]);
}
