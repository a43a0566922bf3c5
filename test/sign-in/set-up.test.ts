import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	expect,
	test,
} from "vitest";
import { openBrowser, signedIn } from "../support/person.ts";
import {
	type ReeveProcess,
	startReeve,
	temporaryDir,
} from "../support/reeve-process.ts";

let dir: Awaited<ReturnType<typeof temporaryDir>>;
let reeve: ReeveProcess;
const running: ReeveProcess[] = [];

async function start(): Promise<ReeveProcess> {
	const started = await startReeve(["--data", dir.path, "--port", "0"], {
		REEVE_FIRST_RUN: "browser",
	});
	running.push(started);
	return started;
}

const linkOf = ({ output, url }: ReeveProcess) =>
	new RegExp(`${url}/set-up#(\\S+)`).exec(output())?.[1];

const form = (code: string | undefined) => ({
	code,
	kind: "provider",
	organization: "Example Networks",
	name: "Olive Owner",
	email: "olive@example.com",
	password: "Correct-horse-9",
});

const setUp = (code: string | undefined, change: object = {}) => {
	const browser = openBrowser(reeve);
	return browser
		.call("POST", "/sign-in/set-up", { ...form(code), ...change })
		.then((answer) => ({ browser, ...answer }));
};

beforeAll(async () => {
	dir = await temporaryDir();
});
afterAll(() => dir.remove());
beforeEach(async () => {
	reeve = await start();
});
afterEach(async () => {
	for (const one of running.splice(0)) await one.kill("SIGTERM");
});

test("a fresh server is set up with the code that it printed last, once, and signs the owner in", async () => {
	const first = linkOf(reeve);
	expect(first).toMatch(/^rva_[0-9A-Za-z]{43}$/);
	expect(reeve.output()).not.toContain("Password");
	await reeve.kill("SIGTERM");
	running.length = 0;
	reeve = await start();
	const code = linkOf(reeve);
	expect(code).not.toBe(first);

	const state = await openBrowser(reeve).call("GET", "/sign-in");
	expect(state.json).toMatchObject({ set_up: false, signed_in: false });
	for (const wrong of [first, "rva_guess", ""]) {
		const { status, json } = await setUp(wrong);
		expect([wrong, status, json.reason]).toEqual([wrong, 403, "set_up_code"]);
	}
	const weak = await setUp(code, { password: "weak" });
	expect([weak.status, weak.json.errors[0].pointer]).toEqual([
		400,
		"/password",
	]);

	const both = await Promise.all([setUp(code), setUp(code)]);
	const statuses = both.map(({ status }) => status).sort();
	expect(statuses[0]).toBe(200);
	expect([403, 409]).toContain(statuses[1]);
	const made = both.find(({ status }) => status === 200);
	expect(made?.json).toMatchObject({ next: "signed_in", methods: [] });
	const owner = signedIn(made?.browser as never, made?.json.csrf);
	const whoami = await owner.call("GET", "/whoami");
	expect(whoami.json).toMatchObject({
		user: { email: "olive@example.com", role: "owner" },
		home: { kind: "provider", name: "Example Networks" },
	});
	const events = await owner.call(
		"GET",
		"/audit-events?operation=sign_in.set_up",
	);
	expect(events.json.data).toHaveLength(1);
	expect(events.text).not.toContain("Correct-horse-9");
	expect((await setUp(code)).status).toBe(403);

	await reeve.kill("SIGTERM");
	running.length = 0;
	reeve = await start();
	expect(linkOf(reeve), "a server that is set up prints none").toBeUndefined();
	const again = await openBrowser(reeve).call("POST", "/sign-in/password", {
		email: "OLIVE@example.com",
		password: "Correct-horse-9",
	});
	expect(again.status, again.text).toBe(200);
});
