import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	type Bent,
	type SoftAuthenticator,
	softAuthenticator,
} from "../support/authenticator.ts";
import { movableClock } from "../support/clock.ts";
import {
	openBrowser,
	personWithPassword,
	type SignedIn,
	signIn,
} from "../support/person.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const clock = movableClock();
let server: TestServer;
/** Browsers keep passkeys for names only, so these tests reach the server as localhost. */
let origin: string;

beforeAll(async () => {
	server = await startTestServer({ clock });
	origin = server.url.replace("127.0.0.1", "localhost");
});

afterAll(() => server?.stop());

interface Owner {
	id: string;
	browser: SignedIn;
	key: SoftAuthenticator;
}

const post = (browser: SignedIn, path: string, body: object = {}) =>
	browser.call("POST", path, body, { origin });

/** Somebody with a passkey, and where they enrolled it. */
async function personWithKey(): Promise<Owner> {
	const { id, ...person } = await personWithPassword(server, "operator");
	const browser = await signIn(server, person, openBrowser({ url: origin }));
	const key = softAuthenticator();
	const begun = await post(browser, "/second-factors/begin-passkey");
	const response = key.create(begun.json.options, origin);
	const made = await post(browser, "/second-factors/confirm-passkey", {
		name: "Key",
		response,
	});
	expect(made.status, made.text).toBe(200);
	return { id, browser, key };
}

describe("who has a passkey proves with it that it is still them", () => {
	const MINUTE_MS = 60_000;

	/** Begins what asks for a confirmation, and says how that went. */
	const change = async ({ browser }: Owner) => {
		const { status, json } = await post(browser, "/second-factors/begin-totp");
		return status === 200 ? 200 : json.reason;
	};

	async function confirm(owner: Owner, bent: Bent = {}) {
		const { json, text } = await post(
			owner.browser,
			"/sessions/passkey-options",
		);
		expect(json.options?.userVerification, text).toBe("required");
		const passkey = owner.key.get(json.options, origin, bent);
		return {
			passkey,
			answer: await post(owner.browser, "/sessions/confirm", { passkey }),
		};
	}

	test("once, with a finger or a PIN and not by touching a key that was left there", async () => {
		const owner = await personWithKey();
		clock.offsetMs += 20 * MINUTE_MS;
		expect(await change(owner)).toBe("confirm_required");
		const touched = await confirm(owner, { verified: false });
		expect(touched.answer.status).toBe(400);
		expect(await change(owner)).toBe("confirm_required");
		const { passkey, answer } = await confirm(owner);
		expect(answer.status, answer.text).toBe(200);
		expect(await change(owner)).toBe(200);
		clock.offsetMs += 20 * MINUTE_MS;
		const again = await post(owner.browser, "/sessions/confirm", { passkey });
		expect(again.status).toBe(400);
		const { json } = await server.call(
			"GET",
			"/api/v1/audit-events?operation=sessions.confirm&outcome=done&sort=-at&limit=1",
			{ token: server.first.token },
		);
		expect(json.data[0].after).toMatchObject({ method: "passkey" });
		const asked = await server.call(
			"GET",
			"/api/v1/audit-events?operation=sessions.passkey_options&sort=-at&limit=1",
			{ token: server.first.token },
		);
		expect(asked.json.data[0]).toMatchObject({
			actor: { id: owner.id },
			after: { host: "localhost" },
		});
	});

	test("and nobody else's passkey does", async () => {
		const owner = await personWithKey();
		const other = await personWithKey();
		clock.offsetMs += 20 * MINUTE_MS;
		const { json } = await post(owner.browser, "/sessions/passkey-options");
		const options = { ...json.options, allowCredentials: [] };
		const passkey = other.key.get(options, origin);
		const answer = await post(owner.browser, "/sessions/confirm", { passkey });
		expect([answer.status, answer.json.errors[0].pointer]).toEqual([
			400,
			"/passkey",
		]);
		expect(await change(owner)).toBe("confirm_required");
	});
});
