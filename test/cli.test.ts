import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	type DemoCall,
	deviceCalls,
	tenantCalls,
} from "../src/cli/demo-plan.ts";
import { version } from "../src/package-root.ts";
import {
	runReeve,
	type SetUp,
	startReeve,
	temporaryDir,
} from "./support/reeve-process.ts";
import { callServer } from "./support/server.ts";

let dir: Awaited<ReturnType<typeof temporaryDir>>;
let data: string[];
let first: SetUp;

beforeAll(async () => {
	dir = await temporaryDir();
	data = ["--data", join(dir.path, "data")];
	const made = await runReeve([
		"setup",
		"--json",
		"--kind",
		"provider",
		...data,
	]);
	expect(made).toMatchObject({ status: 0, err: "" });
	expect(made.out.trimEnd()).not.toContain("\n");
	first = JSON.parse(made.out);
});
afterAll(() => dir.remove());

test("setup prints one JSON object with every first credential, and stops what it started", () => {
	expect(first).toEqual({
		url: "http://127.0.0.1:8060",
		account_id: expect.stringMatching(/^\d+$/),
		owner: { email: "owner@reeve.local", password: expect.any(String) },
		token: expect.stringMatching(/^rvp_/),
		key: {
			id: expect.stringMatching(/^rvk_/),
			secret: expect.stringMatching(/^\w{38}$/),
		},
		api_key: expect.stringMatching(/^rvk_/),
	});
	const postmaster = join(dir.path, "data", "postgres", "postmaster.pid");
	expect(existsSync(postmaster)).toBe(false);
});

test("setup refuses a directory that is set up and changes nothing in it; start then serves its credentials", async () => {
	const pepper = () => readFileSync(join(dir.path, "data", "pepper"), "utf8");
	const before = pepper();
	const again = await runReeve(["setup", "--json", ...data]);
	expect(again).toMatchObject({ status: 1, out: "" });
	expect(again.err).toContain("is set up already; nothing was changed");
	expect(pepper()).toBe(before);
	const server = await startReeve([...data, "--port", "0"]);
	try {
		for (const authorization of [
			`Token ${first.token}`,
			`Basic ${btoa(`${first.key.id}:${first.key.secret}`)}`,
			`Bearer ${first.api_key}`,
		]) {
			const { status } = await callServer(server.url, "GET", "/api/v1/whoami", {
				headers: { authorization },
			});
			expect(status).toBe(200);
		}
	} finally {
		await server.kill("SIGTERM");
	}
});

test("an audit log exported beside the server that wrote it verifies, and a changed line is found", async () => {
	const server = await startReeve([...data, "--port", "0"]);
	try {
		for (let n = 0; n < 3; n++)
			await callServer(server.url, "POST", "/api/v1/groups", {
				token: first.token,
				body: { name: `Watch ${n}` },
			});
		const account = ["--account", first.account_id];
		const { status, out } = await runReeve([
			...["audit", "export", ...account, ...data],
		]);
		expect(status).toBe(0);
		expect(out).toContain("Watch 2");
		const file = join(dir.path, "export.jsonl");
		await writeFile(file, out);
		expect(await runReeve(["audit", "verify", file])).toMatchObject({
			status: 0,
			out: expect.stringContaining("The log is whole."),
		});
		expect((await callServer(server.url, "GET", "/readyz")).status).toBe(200);
	} finally {
		await server.kill("SIGTERM");
	}
	const stopped = await runReeve([
		...["audit", "export", "--account", first.account_id, ...data],
	]);
	const file = join(dir.path, "bent.jsonl");
	await writeFile(file, stopped.out.replace("Watch 1", "Watch 9"));
	expect(await runReeve(["audit", "verify", file])).toMatchObject({
		status: 1,
		out: expect.stringMatching(/FAULT .*\n.*NOT what was written/s),
	});
});

test("the demonstration makes the tenants and devices that its seed decides, and says how fast", async () => {
	const size = ["--tenants", "3", "--devices", "30", "--seed", "7"];
	const { status, out, err } = await runReeve(["demo", ...size, ...data]);
	expect({ status, err }).toEqual({ status: 0, err: "" });
	expect(out).toMatch(
		/^Made 3 tenants and 30 devices .*: \d+ a second, .*\.\n$/,
	);
	const server = await startReeve([...data, "--port", "0"]);
	try {
		const named = async (path: string) =>
			(
				await callServer(server.url, "GET", path, { token: first.token })
			).json.data.map((made: Named) => [made.name, made.ip_address]);
		const planned = (calls: readonly DemoCall[]) =>
			calls.map(({ input }) => [input.name, input.ip_address]);
		expect(await named("/api/v1/tenants")).toEqual(planned(tenantCalls(3, 7)));
		const devices = deviceCalls(3, 30, 7);
		expect((await named("/api/v1/devices?account=*")).sort()).toEqual(
			planned(devices).sort(),
		);
	} finally {
		await server.kill("SIGTERM");
	}
});

interface Named {
	name: string;
	ip_address?: string;
}

test("an export of an account that never was is refused", async () => {
	const { status, out, err } = await runReeve([
		...["audit", "export", "--account", "999", ...data],
	]);
	expect({ status, out }).toEqual({ status: 1, out: "" });
	expect(err).toMatch(/^reeve: .*no such account/);
});

const misuses: [string, RegExp][] = [
	["nonsense", /no command "nonsense"/],
	["help nonsense", /no command "nonsense"/],
	["start --nonsense", /--nonsense/],
	["start extra", /extra/],
	["version --nonsense", /--nonsense/],
	["setup --kind nonsense", /--kind must be provider or standalone/],
	["setup --email nonsense", /--email must be/],
	["setup --password short", /--password must/],
	["demo --tenants many", /--tenants must be a whole number/],
	["audit", /reeve audit export and reeve audit verify/],
	["audit export", /name the account/],
	["audit export --account 1 --to soon", /--to must be a day or a moment/],
	["migrate --now", /takes no options/],
];

test.each(misuses)(
	"reeve %s is refused as misused, in a sentence, before anything is opened",
	async (line, sentence) => {
		const place = join(dir.path, "misused");
		const { status, out, err } = await runReeve(line.split(" "), {
			REEVE_DATA: place,
		});
		expect({ status, out }).toEqual({ status: 2, out: "" });
		expect(err).toMatch(sentence);
		expect(err).not.toMatch(/ {4}at /);
		expect(existsSync(place)).toBe(false);
	},
);

test("help lists every command and help COMMAND its options; version says the package's", async () => {
	const overview = await runReeve(["--help"]);
	expect(overview.status).toBe(0);
	for (const name of ["start", "setup", "demo", "audit export", "audit verify"])
		expect(overview.out).toContain(`\n  ${name} `);
	const one = await runReeve(["audit", "export", "--help"]);
	expect(one.out).toContain("--account ID");
	expect(await runReeve(["--version"])).toMatchObject({
		status: 0,
		out: `reeve ${version}\n`,
	});
});
