import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "../support/browser.ts";
import { personWithPassword } from "../support/person.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { addAuthenticator } from "../support/sign-in-page.ts";

/** What the pages do, written out: the browser's own reading of our options and writing of its answers. */
declare const window: {
	post(path: string, body?: object): Promise<{ status: number; json: never }>;
};

describe.skipIf(chromiumPath === undefined)("in a real browser", () => {
	let server: TestServer;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		server = await startTestServer();
		browser = await chromium.launch({
			executablePath: chromiumPath as string,
			args: ["--no-sandbox", "--disable-gpu"],
		});
		page = await browser.newPage();
		await page.goto(
			`${server.url.replace("127.0.0.1", "localhost")}/api/v1/sign-in`,
		);
		await addAuthenticator(page);
		await page.evaluate(definePost);
	});

	afterAll(async () => {
		await browser?.close();
		await server?.stop();
	});

	const post = (path: string, body: object = {}) =>
		page.evaluate(([at, sent]) => window.post(at, sent), [
			path,
			body,
		] as const) as Promise<{ status: number; json: Record<string, unknown> }>;

	/** What `navigator.credentials` makes of options, in JSON. */
	const credential = (kind: "create" | "get", options: unknown) =>
		page.evaluate(callAuthenticator, { kind, options: options as never });

	test("a passkey is made, takes the second step, and signs in alone", async () => {
		const person = await personWithPassword(server, "operator");
		const { email, password } = person;
		const signedIn = await post("/sign-in/password", { email, password });
		expect(signedIn.json).toMatchObject({ next: "signed_in" });
		const begun = await post("/second-factors/begin-passkey");
		const made = await post("/second-factors/confirm-passkey", {
			name: "Chromium",
			response: await credential("create", begun.json.options),
		});
		expect(made.status, JSON.stringify(made.json)).toBe(200);
		expect(made.json).toMatchObject({ kind: "passkey", name: "Chromium" });

		await post("/sign-in/out");
		const step = await post("/sign-in/password", { email, password });
		expect(step.json).toMatchObject({
			next: "second_factor",
			methods: ["passkey", "recovery_code"],
		});
		const asked = await post("/sign-in/passkey-options");
		const shown = await post("/sign-in/passkey", {
			response: await credential("get", asked.json.options),
		});
		expect(shown.json).toMatchObject({ next: "signed_in" });

		await post("/sign-in/out");
		const alone = await post("/sign-in/passkey-options", { alone: true });
		const back = await post("/sign-in/passkey", {
			response: await credential("get", alone.json.options),
		});
		expect(back.json).toMatchObject({ next: "signed_in" });
	});
});

/** Runs in the page: calls the server as the console does, with the token of the session that was answered last. */
function definePost() {
	let csrf: string | null = null;
	Object.assign(globalThis, {
		async post(path: string, body: object = {}) {
			const answer = await fetch(`/api/v1${path}`, {
				method: "POST",
				headers: {
					"content-type": "application/json",
					...(csrf ? { "reeve-csrf": csrf } : {}),
				},
				body: JSON.stringify(body),
			});
			const json = (await answer.json()) as { csrf?: string | null } | null;
			if (json?.csrf !== undefined) csrf = json.csrf;
			return { status: answer.status, json };
		},
	});
}

/** Runs in the page, whose types this program does not know. */
async function callAuthenticator({
	kind,
	options,
}: {
	kind: "create" | "get";
	options: never;
}) {
	// biome-ignore lint/suspicious/noExplicitAny: the browser's own objects.
	const { PublicKeyCredential, navigator } = globalThis as any;
	const publicKey =
		kind === "create"
			? PublicKeyCredential.parseCreationOptionsFromJSON(options)
			: PublicKeyCredential.parseRequestOptionsFromJSON(options);
	return (await navigator.credentials[kind]({ publicKey })).toJSON();
}
