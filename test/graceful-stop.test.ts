import { existsSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	type ReeveProcess,
	runReeve,
	type SetUp,
	startReeve,
	temporaryDir,
	wideLimits,
} from "./support/reeve-process.ts";
import { type Answer, callServer } from "./support/server.ts";

let dir: Awaited<ReturnType<typeof temporaryDir>>;
let first: SetUp;

beforeAll(async () => {
	dir = await temporaryDir();
	const made = await runReeve(["setup", "--json", "--data", dir.path]);
	first = JSON.parse(made.out);
});
afterAll(() => dir.remove());

/** Hashing takes its time on a machine that is busy with other tests. */
const patience = { timeout: 180_000 };

const start = () => startReeve(["--data", dir.path, "--port", "0"], wideLimits);

/** Requests that take their time: each new person's password is hashed slowly on purpose. */
function slowRequests(
	{ url }: ReeveProcess,
	count: number,
	name: string,
): Promise<Answer | undefined>[] {
	return Array.from({ length: count }, (_, at) =>
		callServer(url, "POST", "/api/v1/users", {
			token: first.token,
			body: {
				email: `${name}-${at}@stop.test`,
				name,
				role: "user",
				password: "Correct-horse-9",
			},
		}).catch(() => undefined),
	);
}

/** Waits until so many new people were asked for, and answers how many requests are still without their answer. */
async function untilAsked(
	{ url }: ReeveProcess,
	count: number,
): Promise<number> {
	for (;;) {
		const { text } = await callServer(url, "GET", "/metrics");
		const [, inFlight] = /^reeve_requests_in_flight (\d+)$/m.exec(text) ?? [];
		const [, answered = 0] =
			/^reeve_requests_total\{.*"\/api\/v1\/users".*\} (\d+)$/m.exec(text) ??
			[];
		// The one that asks is among those in flight.
		const waiting = Number(inFlight) - 1;
		if (waiting + Number(answered) >= count) return waiting;
	}
}

/** A connection of its own, what it received, and its end. */
function socketTo({ url }: ReeveProcess, text: string) {
	const { port, hostname } = new URL(url);
	const socket: Socket = connect(Number(port), hostname);
	let received = "";
	const ended = new Promise<void>((resolve) =>
		socket.once("close", () => resolve()),
	);
	const answered = new Promise<void>((resolve) => {
		socket.on("data", (chunk) => {
			received += chunk;
			if (received.includes("\r\n\r\n")) resolve();
		});
	});
	socket.on("error", () => undefined);
	socket.write(text);
	return { received: () => received, ended, answered };
}

const refusedTo = (url: string) =>
	callServer(url, "GET", "/healthz").then(
		() => false,
		() => true,
	);

const postmaster = () => existsSync(join(dir.path, "postgres/postmaster.pid"));

test(
	"a stop finishes what was accepted, cuts what was not, and ends with status 0 and no Postgres",
	patience,
	async () => {
		const server = await start();
		const idle = socketTo(server, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
		const half = socketTo(
			server,
			"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ",
		);
		const upload = socketTo(
			server,
			`POST /api/v1/groups HTTP/1.1\r\nHost: x\r\nAuthorization: Token ${first.token}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
		);
		await idle.answered;
		const slow = slowRequests(server, 50, "accepted");
		expect(await untilAsked(server, 51)).toBeGreaterThan(20);
		server.signal("SIGTERM");
		const answers = await Promise.all(slow);
		expect(answers.map((answer) => answer?.status)).toEqual(
			Array(50).fill(201),
		);
		await Promise.all([idle.ended, half.ended, upload.ended]);
		expect(upload.received()).toBe("");
		expect(await server.ended).toBe(0);
		expect(await refusedTo(server.url)).toBe(true);
		expect(postmaster()).toBe(false);
	},
);

test(
	"an answer on its way when the stop comes is the last on its connection",
	patience,
	async () => {
		const server = await start();
		const body = JSON.stringify({
			email: "last@stop.test",
			name: "Last",
			role: "user",
			password: "Correct-horse-9",
		});
		const others = slowRequests(server, 60, "before");
		// The one that is asked for after all others is answered after them.
		await untilAsked(server, 60);
		const last = socketTo(
			server,
			`POST /api/v1/users HTTP/1.1\r\nHost: x\r\nAuthorization: Token ${first.token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
		);
		await untilAsked(server, 61);
		const stopped = server.kill("SIGTERM");
		await last.ended;
		expect(last.received()).toMatch(/^HTTP\/1\.1 201 /);
		expect(last.received()).toMatch(/\r\nconnection: close\r\n/i);
		expect(await stopped).toBe(0);
		expect(
			(await Promise.all(others)).every((answer) => answer?.status === 201),
		).toBe(true);
	},
);

test(
	"signals that go on end it at once, and the next start finds everything that was acknowledged",
	patience,
	async () => {
		const server = await start();
		const slow = slowRequests(server, 120, "hurried");
		await untilAsked(server, 120);
		server.signal("SIGTERM");
		const again = setInterval(() => server.signal("SIGTERM"), 100);
		expect(await server.ended).toBe(130);
		clearInterval(again);
		const acknowledged = (await Promise.all(slow)).filter(
			(answer) => answer?.status === 201,
		);
		expect(acknowledged.length).toBeLessThan(120);
		const next = await start();
		const { json } = await callServer(
			next.url,
			"GET",
			"/api/v1/users?search=hurried-&limit=1000",
			{ token: first.token },
		);
		const kept = json.data.map(({ email }: { email: string }) => email);
		for (const answer of acknowledged)
			expect(kept).toContain(answer?.json.email);
		expect(await next.kill("SIGTERM")).toBe(0);
	},
);
