import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { umbrella } from "../src/dialects/umbrella/index.ts";
import {
	startUmbrellaScene,
	type UmbrellaScene,
} from "./support/umbrella-scene.ts";

let scene: UmbrellaScene;

beforeAll(async () => {
	scene = await startUmbrellaScene();
});
afterAll(() => scene.stop());

const hostile = [
	"\0",
	"a\0b",
	"' or 1=1 --",
	'"; drop table accounts; --',
	"<script>alert(1)</script>",
	"x".repeat(10_000),
	"👩‍💻🏳️‍🌈",
	"\u202Eevil\u202C שלום",
	"\ud800",
	"../../etc/passwd",
	"__proto__",
	"%00%zz",
	"",
	" ",
];

/** A full path of a route, with numbers that mean something where the scene has them. */
function pathOf(path: string, thing = "1"): string {
	const { org, msp } = scene;
	return path
		.replace(":organizationId", org)
		.replace(/:mspId|:serviceProviderId/, msp)
		.replace(":customerId", org)
		.replaceAll(/:\w+/g, () => thing);
}

/** Every error has one of the wire's shapes, and none is the server's fault. */
function expectWireShape(answer: {
	status: number;
	json: unknown;
	text: string;
}) {
	expect(answer.status, answer.text).toBeLessThan(500);
	if (answer.status < 400) return;
	const shapes = [
		"message",
		"statusCode,error,message",
		"statusCode,error,txId",
		"statusCode,error,txId,validationErrors",
	];
	expect(shapes).toContain(Object.keys(answer.json as object).join());
	expect(answer.text).not.toMatch(
		/ at .+\.ts:|select |insert |violates|syntax error/i,
	);
}

const writes = umbrella.routes.filter(({ document }) => document.body);

describe.each(
	writes.map((route) => [`${route.method} ${route.path}`, route] as const),
)("%s", (_name, { method, path, document }) => {
	test("refuses what is no JSON object, in the words of the wire", async () => {
		for (const body of [
			"{",
			"[]",
			"null",
			"42",
			'"text"',
			"{'a':1}",
			'{"a":1}}',
			"\ufffe",
			"<a/>",
		]) {
			const answer = await scene.call(method, pathOf(path), body, {
				"content-type": "application/json",
			});
			expect([body, answer.status]).toEqual([body, 400]);
			expectWireShape(answer);
		}
	});

	test("refuses every field of a wrong type, and names it", async () => {
		const example = document.body?.example as Record<string, unknown>;
		const fields = Object.keys(example).filter(
			(field) => !["zipCode", "state", "tag"].includes(field),
		);
		for (const field of fields) {
			for (const wrong of [{}, [[]], { $gt: "" }, ["x", {}]]) {
				const body = { ...example, [field]: wrong };
				const answer = await scene.call(method, pathOf(path), body);
				expect([field, answer.status]).toEqual([field, 400]);
				expect(answer.text).toContain(field);
				expectWireShape(answer);
			}
		}
	});

	test("survives hostile text in every field", async () => {
		const example = document.body?.example as Record<string, unknown>;
		for (const field of Object.keys(example)) {
			for (const text of hostile) {
				const body = { ...example, [field]: text };
				expectWireShape(await scene.call(method, pathOf(path), body));
			}
		}
	});

	test("refuses a body above 1 MiB with 413", async () => {
		const body = JSON.stringify({ name: "x".repeat(1_100_000) });
		const answer = await scene.call(method, pathOf(path), body);
		expect(answer.status).toBe(413);
		expectWireShape(answer);
	});
});

const reads = umbrella.routes.filter(({ method }) => method === "GET");

describe.each(reads.map((route) => [route.path, route] as const))(
	"GET %s",
	(_name, { path, document }) => {
		test("answers repeated, empty and hostile parameters with 200, 400 or 404", async () => {
			const names = [
				...Object.keys(document.query ?? {}),
				"page",
				"organizationID",
			];
			const values = [
				"",
				"1&NAME=2",
				"-1",
				"0",
				"1e9",
				"99999999999999999999",
				"NaN",
				...hostile.map(encode),
			];
			for (const name of names) {
				for (const value of values) {
					const query = `?${name}=${value.replace("NAME", name)}`;
					const answer = await scene.call("GET", pathOf(path) + query);
					expect([200, 400, 404], `${query} ${answer.text}`).toContain(
						answer.status,
					);
					expectWireShape(answer);
				}
			}
		});

		test("answers hostile numbers in the path with 400 or 404", async () => {
			const last = path.replace(/.*:/, ":");
			if (!last.startsWith(":") || last.includes("/")) return;
			for (const text of [
				...hostile,
				"-1",
				"0",
				"1.5",
				"1e3",
				"99999999999999999999",
				"*",
				"1,2",
			]) {
				const segment = encode(text) || "%20";
				const answer = await scene.call(
					"GET",
					pathOf(path, segment).replace(/\/\d+$/, `/${segment}`),
				);
				expect([400, 404, 414], `${segment} ${answer.text}`).toContain(
					answer.status,
				);
			}
		});
	},
);

/** Lone halves of a surrogate pair have no encoding of their own. */
function encode(text: string): string {
	return encodeURIComponent(text.replace("\ud800", "\ufffd"));
}

test("nothing that was refused left anything behind", async () => {
	const { call, org } = scene;
	const { json } = await call("GET", `/v1/organizations/${org}/networks`);
	for (const network of json)
		expect(network.name.length).toBeLessThanOrEqual(50);
});

test("paging by a repeated limit is refused, never guessed", async () => {
	const { call, org } = scene;
	for (const query of [
		"limit=5&limit=6",
		"limit=",
		"page=0",
		"limit=-5",
		"limit=abc",
		"page=1.5",
	]) {
		const answer = await call(
			"GET",
			`/v1/organizations/${org}/networks?${query}`,
		);
		expect([query, answer.status]).toEqual([query, 400]);
	}
});

test("any content type with JSON text is JSON, and a trailing slash is no other path", async () => {
	const { call, org } = scene;
	const types = [
		"text/plain",
		"application/xml",
		"application/x-www-form-urlencoded",
		"application/json; charset=latin9",
		"*/*",
	];
	for (const [i, type] of types.entries()) {
		const body = JSON.stringify({
			name: `Type ${i}`,
			prefixLength: "32",
			isDynamic: true,
			status: "OPEN",
		});
		const answer = await call(
			"POST",
			`/v1/organizations/${org}/networks/`,
			body,
			{ "content-type": type },
		);
		expect([type, answer.status, answer.text]).toEqual([
			type,
			200,
			answer.text,
		]);
	}
});
