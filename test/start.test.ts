import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	freePort,
	runReeve,
	startReeve,
	temporaryDir,
} from "./support/reeve-process.ts";
import { callServer } from "./support/server.ts";

let dir: Awaited<ReturnType<typeof temporaryDir>>;

beforeAll(async () => {
	dir = await temporaryDir();
});
afterAll(() => dir.remove());

/** The commands that the first start prints, as a shell would run them. */
function printedCalls(output: string): string[] {
	return [...output.matchAll(/^ {2}(curl .+)$/gm)].map(
		([, line]) => line as string,
	);
}

function lines(output: string): Record<string, unknown>[] {
	return output
		.split("\n")
		.filter((line) => line.startsWith("{"))
		.map((line) => JSON.parse(line));
}

test("the first start prints calls that work, the second prints none and serves the same credentials", async () => {
	const args = ["--data", dir.path, "--port", "0"];
	const first = await startReeve(args);
	const calls = printedCalls(first.output());
	expect(calls).toHaveLength(4);
	const token = /Token +(\S+)/.exec(first.output())?.[1] as string;
	for (const call of calls) {
		const [, header] = / -H "([^"]+)"/.exec(call) ?? [];
		const [, pair] = / -u (\S+)/.exec(call) ?? [];
		const [name, value] = header
			? (header.split(": ") as [string, string])
			: ["authorization", `Basic ${btoa(pair as string)}`];
		const path = call.slice(call.indexOf(first.url) + first.url.length);
		const answer = await callServer(first.url, "GET", path, {
			headers: { [name]: value },
		});
		expect([path, answer.status]).toEqual([path, 200]);
	}
	expect(await first.kill("SIGTERM")).toBe(0);
	const second = await startReeve(args);
	expect(printedCalls(second.output())).toEqual([]);
	const who = await callServer(second.url, "GET", "/api/v1/whoami", { token });
	expect(who.status).toBe(200);
	await second.kill("SIGTERM");
});

test("Ctrl-C, which npm passes on a second time, stops the server in order", async () => {
	const server = await startReeve(["--data", dir.path, "--port", "0"]);
	server.signal("SIGINT");
	server.signal("SIGINT");
	expect(await server.ended).toBe(0);
	expect(existsSync(join(dir.path, "postgres", "postmaster.pid"))).toBe(false);
});

test("a start on a taken port says so in one sentence, and leaves nothing running", async () => {
	const port = await freePort();
	const other = createServer().listen(port, "127.0.0.1");
	try {
		const args = ["--data", dir.path, "--port", String(port)];
		const { status, out, err } = await runReeve(["start", ...args]);
		expect(status).toBe(1);
		expect(err).toMatch(/^reeve: .*EADDRINUSE.*--port\.\n$/);
		expect(lines(out).filter(({ level }) => level !== "info")).toEqual([]);
		expect(existsSync(join(dir.path, "postgres", "postmaster.pid"))).toBe(
			false,
		);
	} finally {
		other.close();
	}
});

test("a second server on a data directory is refused and names the first, which goes on", async () => {
	const server = await startReeve(["--data", dir.path, "--port", "0"]);
	try {
		const second = await runReeve(["start", "--port", "0"], {
			REEVE_DATA: dir.path,
		});
		expect(second.status).toBe(1);
		expect(second.err).toContain(`process ${server.pid}`);
		expect((await callServer(server.url, "GET", "/readyz")).status).toBe(200);
	} finally {
		await server.kill("SIGTERM");
	}
});
