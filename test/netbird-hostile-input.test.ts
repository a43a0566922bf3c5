import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { netbird } from "../src/dialects/netbird/index.ts";
import { makeTenant } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let tenant: string;
let token: string;

beforeAll(async () => {
	server = await startTestServer();
	token = server.first.token;
	tenant = await makeTenant(server, "Tenant");
});
afterAll(() => server.stop());

/** An error of this wire: the status again in the body, and nothing else there. */
function expectError(answer: {
	status: number;
	text: string;
	headers: Headers;
}) {
	expect(answer.status).toBeGreaterThanOrEqual(400);
	expect(answer.status, answer.text).toBeLessThan(500);
	expect(answer.headers.get("content-type")).toBe(
		"application/json; charset=UTF-8",
	);
	expect(answer.text.endsWith("\n")).toBe(true);
	const body = JSON.parse(answer.text);
	expect(Object.keys(body)).toEqual(["message", "code"]);
	expect(body.code).toBe(answer.status);
	expect(answer.text).not.toMatch(/select |insert |at .*\.ts:|postgres/i);
}

/** A route with ids that name nothing in place of its parameters. */
function filled(path: string, id: string): string {
	return path.replaceAll(/:\w+/g, encodeURIComponent(id));
}

const guarded = netbird.routes;
/** Five calls a minute are all that the other one allows. */
const untiring = guarded.filter(
	({ operation }) => operation !== "users.change_password",
);
const writing = untiring.filter(({ document }) => document.body);

/** The fields of a route's body, with the JSON type of each. */
function fieldsOf({ document }: (typeof guarded)[number]) {
	type Field = { type: string; items?: { type: string } };
	const schema = document.body?.schema as
		| { properties: Record<string, Field> }
		| undefined;
	return Object.entries(schema?.properties ?? {});
}
const withId = untiring.filter(({ path }) => path.includes(":"));
const byRoute = (routes: typeof guarded) =>
	routes.map((route) => [`${route.method} ${route.path}`, route] as const);

const hostileTexts = [
	"'; drop table users; --",
	"<script>alert(1)</script>",
	"\u0000",
	"nul \u0000 inside",
	"👩‍👩‍👧‍👦".repeat(50),
	"\u202eright to left",
	"x".repeat(10_000),
	"../../etc/passwd",
	"\ud800",
	"__proto__",
];

describe("every route of the NetBird wire", () => {
	it.each(byRoute(guarded))(
		"%s refuses a stranger",
		async (_name, { method, path }) => {
			const none = await server.call(method, filled(path, "1"));
			expect(none.status).toBe(401);
			expect(none.json.message).toBe("no valid authentication provided");
			const forged = `nbp_${"0".repeat(36)}`;
			const wrong = await server.call(method, filled(path, "1"), {
				token: forged,
			});
			expect(wrong.status).toBe(401);
			expect(wrong.json.message).toBe("token invalid");
			expectError(wrong);
		},
	);

	it.each(byRoute(writing))(
		"%s refuses what is not JSON",
		async (_name, { method, path, document }) => {
			const url = filled(path, "999999999");
			const bodies = [
				"{",
				"nonsense",
				"null",
				"[]",
				'"text"',
				"12",
				"\u0000",
				'{"a":',
			];
			for (const body of document.body?.required === false
				? bodies
				: ["", ...bodies]) {
				const answer = await server.call(method, url, { token, body });
				expect(answer.status, `${body} ${answer.text}`).toBe(400);
				expectError(answer);
			}
		},
	);

	it.each(byRoute(writing))(
		"%s refuses fields of another type",
		async (_name, route) => {
			const { method, path, document } = route;
			for (const [name, { type }] of fieldsOf(route)) {
				const wrong = type === "string" ? 1 : "text";
				const body = { ...(document.body?.example as object), [name]: wrong };
				const answer = await server.call(method, filled(path, "999999999"), {
					token,
					body,
				});
				expectError(answer);
			}
		},
	);

	it.each(byRoute(writing))(
		"%s survives hostile texts",
		async (_name, route) => {
			const { method, path, document } = route;
			for (const text of hostileTexts) {
				const body = { ...(document.body?.example as object) } as Record<
					string,
					unknown
				>;
				for (const [name, { type, items }] of fieldsOf(route)) {
					if (type === "string") body[name] = text;
					if (type === "array" && items?.type === "string") body[name] = [text];
				}
				const answer = await server.call(
					method,
					`${filled(path, "999999999")}?account=${tenant}`,
					{ token, body },
				);
				expect(answer.status, answer.text).toBeLessThan(500);
				if (answer.status >= 400) expectError(answer);
			}
		},
	);

	it.each(byRoute(withId))(
		"%s answers ids that name nothing like each other",
		async (_name, { method, path, document }) => {
			const answers = new Set<string>();
			const foreign = tenant;
			for (const id of [
				"999999999",
				foreign,
				"0",
				"-1",
				"9".repeat(30),
				"d0c1abcdefghijklmnop",
				...hostileTexts.slice(0, 4),
			]) {
				const answer = await server.call(method, filled(path, id), {
					token,
					body: document.body?.example,
				});
				if (path.includes("/msp/tenants/") && id === foreign) continue;
				expectError(answer);
				answers.add(String(answer.status));
			}
			expect([...answers]).toHaveLength(1);
		},
	);
});

describe("the NetBird wire", () => {
	it("answers unknown paths and other methods in its own words", async () => {
		const nowhere = await server.call("GET", "/api/routes", { token });
		expect(nowhere.status).toBe(404);
		expectError(nowhere);
		const patched = await server.call("PATCH", "/api/groups", { token });
		expect(patched.status).toBe(405);
		expect(patched.headers.get("allow")).toBe("GET, POST");
		expectError(patched);
	});

	it("refuses a body that is too large", async () => {
		const body = { name: "x".repeat(1_100_000) };
		const answer = await server.call("POST", "/api/groups", { token, body });
		expect(answer.status).toBe(413);
		expectError(answer);
	});

	it("reads bodies as the vendor does: any content type, any case, the first value, unknown fields", async () => {
		const answer = await server.call("POST", "/api/groups", {
			token,
			headers: { "content-type": "text/plain" },
			body: '{"NAME":"first","Name":"last","peers":null,"more":{"a":[1]}} and more',
		});
		expect(answer.status).toBe(200);
		expect(answer.json.name).toBe("last");
		expect(answer.headers.get("content-type")).toBe(
			"application/json; charset=UTF-8",
		);
		expect(answer.text.endsWith("}\n")).toBe(true);
	});

	it("takes each form of the credential", async () => {
		const { key, apiKey } = server.first;
		const basic = Buffer.from(`${key.id}:${key.secret}`).toString("base64");
		for (const headers of [
			{ authorization: `Token ${token}` },
			{ authorization: `token ${token}` },
			{ authorization: `Bearer ${token}` },
			{ authorization: `Basic ${basic}` },
			{ apikey: apiKey },
		] as Record<string, string>[])
			expect(
				(await server.call("GET", "/api/groups", { headers })).status,
			).toBe(200);
	});

	it("tells a foreign id in a body from none at all by nothing", async () => {
		const foreign = await server.call("POST", `/api/groups?account=${tenant}`, {
			token,
			body: { name: "foreign" },
		});
		const create = (id: string) =>
			server.call("POST", "/api/setup-keys", {
				token,
				body: { name: "x", type: "reusable", auto_groups: [id] },
			});
		const one = await create(foreign.json.id);
		const none = await create("999999999");
		expect(one.status).toBe(422);
		expect(one.text.replaceAll(foreign.json.id, "")).toBe(
			none.text.replaceAll("999999999", ""),
		);
	});

	it("lets other sites call with a token, and set up nothing", async () => {
		const asked = await fetch(`${server.url}/api/groups`, {
			method: "OPTIONS",
		});
		expect(asked.status).toBe(204);
		expect(asked.headers.get("access-control-allow-origin")).toBe("*");
		const setup = await server.call("POST", "/api/setup", {
			headers: { origin: "https://elsewhere.example" },
			body: { email: "x@x.example", password: "Correct-horse-9", name: "x" },
		});
		expect(setup.status).toBe(403);
		expectError(setup);
	});
});
