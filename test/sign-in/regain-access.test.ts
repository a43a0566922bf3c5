import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { movableClock } from "../support/clock.ts";
import { openBrowser, signedIn } from "../support/person.ts";
import {
	runReeve,
	type SetUp,
	startReeve,
	temporaryDir,
} from "../support/reeve-process.ts";
import { enrolApp, passwordStep } from "../support/second-factors.ts";
import { callServer } from "../support/server.ts";

let dir: Awaited<ReturnType<typeof temporaryDir>>;
let data: string[];
let first: SetUp;

beforeAll(async () => {
	dir = await temporaryDir();
	data = ["--data", join(dir.path, "data")];
	const { out } = await runReeve(["setup", "--json", ...data]);
	first = JSON.parse(out);
});

afterAll(() => dir.remove());

/** What stands behind the # of the link that the command printed. */
function tokenIn(out: string): string {
	const [, token] = /\/reset#(\S+)/.exec(out) ?? [];
	if (!token) throw new Error(out);
	return token;
}

test("whoever runs the server lets the last owner back in, beside the running server, and the log says so", async () => {
	const server = await startReeve([...data, "--port", "0"]);
	try {
		await callServer(server.url, "POST", "/api/v1/tenants", {
			token: first.token,
			body: { name: "Acme", domain: "acme.test" },
		});
		const browser = openBrowser(server);
		const { json } = await passwordStep(browser, first.owner);
		expect(json.next).toBe("enrol_second_factor");
		const owner = signedIn(browser, json.csrf);
		await enrolApp(owner, movableClock());
		const locked = await passwordStep(openBrowser(server), first.owner);
		expect(locked.json.next).toBe("second_factor");

		const reset = await runReeve([
			"sign-in",
			"reset",
			first.owner.email.toUpperCase(),
			...data,
		]);
		expect(reset).toMatchObject({ status: 0, err: "" });
		expect(reset.out).toContain("Took 1 second factor of OWNER@REEVE.LOCAL");
		expect(reset.out).toContain("ended 1 session.");
		expect(reset.out).toContain("http://127.0.0.1:8060/reset#");
		await expect
			.poll(async () => (await owner.call("GET", "/whoami")).status)
			.toBe(401);
		const body = { token: tokenIn(reset.out), password: "Another-Passw0rd" };
		const back = await openBrowser(server).call(
			"POST",
			"/sign-in/complete-reset",
			body,
		);
		expect(back.json, back.text).toMatchObject({
			next: "enrol_second_factor",
		});
		const log = await callServer(
			server.url,
			"GET",
			"/api/v1/audit-events?operation=sign_in.reset_by_command",
			{ token: first.token },
		);
		expect(log.json.data, log.text).toMatchObject([
			{
				outcome: "done",
				surface: "command",
				before: { second_factors: 1, sessions: 1 },
				reason: "reeve sign-in reset",
			},
		]);
		expect(log.text).not.toContain(body.token);
	} finally {
		await server.kill("SIGTERM");
	}
});

test("it works while the server is down, and changes nothing for an address that nobody has", async () => {
	const env = { REEVE_PUBLIC_URL: "https://reeve.example.com" };
	const nobody = ["sign-in", "reset", "nobody@example.com", ...data];
	expect(await runReeve(nobody, env)).toMatchObject({
		status: 1,
		out: "",
		err: expect.stringContaining("There is no such user."),
	});
	const known = ["sign-in", "reset", first.owner.email, ...data];
	const { status, out } = await runReeve(known, env);
	expect(status).toBe(0);
	expect(out).toContain("https://reeve.example.com/reset#");
	expect(await runReeve(["sign-in", "reset", ...data])).toMatchObject({
		status: 2,
		err: expect.stringContaining("name one e-mail address"),
	});
});
