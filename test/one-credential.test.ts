import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects } from "../src/dialects/index.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;

beforeAll(async () => {
	server = await startTestServer();
});
afterAll(() => server.stop());

/** One read on every way in; those of the dialects by their names. */
const reads: Record<string, string> = {
	native: "/api/v1/whoami",
	umbrella: "/v1/organizations",
	opmanager: "/api/json/device/listDevices",
	netbird: "/api/groups",
};
const surfaces = ["native", ...dialects.map(({ name }) => name)];

interface Key {
	id: string;
	key: string;
	secret: string;
	token: string;
}

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString("base64")}`;

const forms: Record<string, (key: Key) => Record<string, string>> = {
	"Basic id:secret": ({ key, secret }) => ({
		authorization: basic(`${key}:${secret}`),
	}),
	Token: ({ token }) => ({ authorization: `Token ${token}` }),
	Bearer: ({ token }) => ({ authorization: `Bearer ${token}` }),
	apikey: ({ token }) => ({ apikey: token }),
};

async function makeKey(): Promise<Key> {
	const made = await server.call("POST", "/api/v1/keys", {
		token: server.first.token,
		body: { kind: "api", name: "One for all" },
	});
	expect(made.status, made.text).toBe(201);
	return made.json;
}

/** The status of every way in with every form, `native Token 200`. */
async function answersTo(key: Key): Promise<string[]> {
	const answers: string[] = [];
	for (const surface of surfaces)
		for (const [form, headersOf] of Object.entries(forms)) {
			const { status, headers } = await server.call(
				"GET",
				reads[surface] as string,
				{ headers: headersOf(key) },
			);
			answers.push(
				`${surface} ${form} ${status} ${headers.get("reeve-account")}`,
			);
		}
	return answers;
}

const everywhere = (status: number, account: string | null) =>
	surfaces.flatMap((surface) =>
		Object.keys(forms).map((form) => `${surface} ${form} ${status} ${account}`),
	);

describe("one credential", () => {
	test("promises U1, O1 and N2: every form of it opens every surface, in the same account", async () => {
		const { accountId } = server.first;
		expect(await answersTo(await makeKey())).toEqual(
			everywhere(200, accountId),
		);
	});

	test("once deleted opens none of them in any form", async () => {
		const { token } = server.first;
		const key = await makeKey();
		expect(await answersTo(key)).not.toEqual(everywhere(401, null));
		await server.call("DELETE", `/api/v1/keys/${key.id}`, { token });
		expect(await answersTo(key)).toEqual(everywhere(401, null));
	});

	test("cut in two opens nothing with another half", async () => {
		const [one, other] = [await makeKey(), await makeKey()];
		for (const surface of surfaces) {
			const authorization = basic(`${one.key}:${other.secret}`);
			const answer = await server.call("GET", reads[surface] as string, {
				headers: { authorization },
			});
			expect([surface, answer.status]).toEqual([surface, 401]);
		}
	});

	test("beside a different one in the same request is refused everywhere", async () => {
		const [one, other] = [await makeKey(), await makeKey()];
		for (const surface of surfaces) {
			const headers = {
				authorization: `Token ${one.token}`,
				apikey: other.token,
			};
			const answer = await server.call("GET", reads[surface] as string, {
				headers,
			});
			expect([surface, answer.status]).toEqual([surface, 401]);
		}
	});

	test("beside itself in the same request is the same credential", async () => {
		const { token } = await makeKey();
		for (const surface of surfaces) {
			const answer = await server.call("GET", reads[surface] as string, {
				headers: { authorization: `Bearer ${token}`, apikey: token },
			});
			expect([surface, answer.status]).toEqual([surface, 200]);
		}
	});
});
