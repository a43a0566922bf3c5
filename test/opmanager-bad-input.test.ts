import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WireRequest } from "../src/dialects/dialect.ts";
import { opmanager } from "../src/dialects/opmanager/index.ts";
import { movableClock } from "./support/clock.ts";
import {
	type OpManagerScene,
	startOpManagerScene,
} from "./support/opmanager-scene.ts";

let scene: OpManagerScene;

/** Time passes with every call, so that no endpoint's limit is met. */
const clock = movableClock();
const SECONDS_A_CALL = 5;

beforeAll(async () => {
	const started = await startOpManagerScene({ clock });
	scene = {
		...started,
		call(...args) {
			clock.offsetMs += SECONDS_A_CALL * 1000;
			return started.call(...args);
		},
	};
});
afterAll(() => scene.stop());

const hostile = [
	"\0",
	"a\0b",
	"' or 1=1 --",
	'"; drop table devices; --',
	"<script>alert(1)</script>",
	"<img src=x onerror=alert(1)>",
	"x".repeat(10_000),
	"👩‍💻🏳️‍🌈",
	"\u202Eevil\u202C שלום",
	"\ud800",
	"../../etc/passwd",
	"__proto__",
	"constructor",
	"%00%zz",
	"",
	" ",
	",",
	"-1",
	"1e999",
	"999999999999999999999",
	"null",
	"{}",
];

/** Every answer is a success or the one error object, and none is the server's fault. */
function expectWireShape(
	answer: { status: number; json: unknown; text: string },
	sent: unknown,
) {
	expect(answer.status, JSON.stringify([sent, answer.text])).toBeLessThan(500);
	if (answer.status < 400) return;
	expect(answer.json).toEqual({
		error: {
			code: expect.any(Number),
			message: expect.any(String),
			errorcode: expect.stringMatching(/^[A-Z_]+$/),
		},
	});
	expect(answer.text.length).toBeLessThan(1000);
	expect(answer.text).not.toMatch(
		/ at .+\.ts:|select |insert |violates|syntax error|<script/i,
	);
}

const routes = opmanager.routes.map(
	(route) => [`${route.method} ${route.path}`, route] as const,
);
const below = (path: string) => path.replace("/api/json/", "");

/** The parameters a route declares besides those that scope it, from its document. */
function declaredOf({ document }: (typeof routes)[number][1]): string[] {
	const schema = document.body?.schema as
		| { properties: Record<string, unknown> }
		| undefined;
	return Object.keys(schema?.properties ?? document.query ?? {});
}

/** Not one of those that an endpoint may have no use for. */
const isOwn = (name: string) =>
	!["eeProbeID", "probeName", "regionID"].includes(name);

describe.each(routes)("%s", (_name, route) => {
	const { method, document } = route;
	const path = below(route.path);
	const example = (document.body?.example ?? {}) as Record<string, unknown>;

	test("survives hostile text in every parameter", async () => {
		for (const name of [...declaredOf(route), "regionID", "_", "surprise"]) {
			const asked = hostile.map(async (text) => {
				const query = new URLSearchParams({ [name]: text });
				const answer = await (method === "GET"
					? scene.call(method, `${path}?${query}`)
					: scene.call(method, path, { ...example, [name]: text }));
				expectWireShape(answer, [name, text]);
			});
			await Promise.all(asked);
		}
	});

	test("refuses a parameter given twice, and one that is unknown", async () => {
		for (const name of declaredOf(route).filter(isOwn)) {
			const answer = await scene.call(method, `${path}?${name}=1&${name}=1`);
			expect([name, answer.status, answer.json.error.errorcode]).toEqual([
				name,
				400,
				"MORE_THAN_MAX_OCCURANCE",
			]);
		}
		const answer = await scene.call(method, `${path}?surprise=1`);
		expect(answer.json.error).toEqual({
			code: 400,
			message: "Irrelevant parameter found in the request: 'surprise'.",
			errorcode: "EXTRA_PARAM_FOUND",
		});
	});
});

const posts = routes.filter(([, { method }]) => method === "POST");

describe.each(posts)("the body of %s", (_name, route) => {
	const path = below(route.path);
	const asJson = { "content-type": "application/json" };

	test("is refused when it is no JSON object", async () => {
		for (const body of [
			"{",
			"[]",
			"42",
			'"text"',
			"{'a':1}",
			'{"a":1}}',
			"<a/>",
		]) {
			const answer = await scene.call("POST", path, body, asJson);
			expect([body, answer.status, answer.json.error.errorcode]).toEqual([
				body,
				400,
				"UNABLE_TO_PARSE_DATA_TYPE",
			]);
		}
	});

	test("is refused above 1 MiB", async () => {
		const answer = await scene.call(
			"POST",
			path,
			{ a: "x".repeat(1_100_000) },
			asJson,
		);
		expect(answer.status).toBe(413);
		expectWireShape(answer, "a large body");
	});

	test("has plain values in its fields", async () => {
		for (const name of declaredOf(route).filter(isOwn))
			for (const wrong of [{}, [[]], { $gt: "" }, ["a"]]) {
				const { status, json } = await scene.call("POST", path, {
					[name]: wrong,
				});
				expect([name, status, json.error?.errorcode]).toEqual([
					name,
					400,
					expect.stringMatching(
						/^(DATATYPE_NOT_MATCHED|LESS_THAN_MIN_OCCURANCE)$/,
					),
				]);
			}
	});
});

describe("what clients of this wire do", () => {
	const path = "device/getCategoryList";

	test("bodies that say nothing are well under any content type", async () => {
		for (const type of [
			"application/json",
			"application/json; charset=utf-8",
			"application/x-www-form-urlencoded",
			"text/plain",
		])
			for (const body of [undefined, "", "null", "{}", " \n"]) {
				if (body === "null" && !type.includes("json")) continue;
				const answer = await scene.call("POST", path, body, {
					"content-type": type,
				});
				expect([type, body, answer.status]).toEqual([type, body, 200]);
			}
	});

	test("GET with a JSON content type, and even with a body", async () => {
		const headers = { apikey: scene.key, "content-type": "application/json" };
		expect((await scene.call("GET", path, undefined, headers)).status).toBe(
			200,
		);
		const status = await new Promise((resolve, reject) => {
			const url = `${scene.server.url}/api/json/device/listDevices`;
			const framed = { ...headers, "content-length": 10 };
			const sent = request(
				url,
				{ method: "GET", headers: framed },
				(answer) => {
					answer.resume();
					resolve(answer.statusCode);
				},
			);
			sent.on("error", reject);
			sent.end('{"rows":5}');
		});
		expect(status).toBe(200);
	});

	test("the query wins over the body", async () => {
		const { json } = await scene.call("POST", "v2/device/listDevices?rows=1", {
			rows: 2,
			sortByColumn: "deviceName",
		});
		expect(json.rows).toHaveLength(1);
		expect(json).toMatchObject({ total: 3, records: 3 });
	});

	test("parameters that mean nothing here are tolerated everywhere", async () => {
		const query =
			"isFluidic=true&eeProbeID=-1&probeName=&selCustomerID=-1&regionID=-1&_=17&nd=17&_search=false&isMapView=false&isAPlus=false";
		for (const { method, path: full, document } of opmanager.routes) {
			if (document.body) continue;
			const name = full.endsWith("Summary") ? "&name=office-1" : "";
			const answer = await scene.call(method, `${below(full)}?${query}${name}`);
			expect([full, answer.status]).toEqual([full, 200]);
		}
	});

	test("unknown paths and methods are answered in the words of the wire", async () => {
		for (const [method, unknown, status] of [
			["GET", "", 404],
			["GET", "nothing", 404],
			["POST", "device/listdevices", 404],
			["GET", "device/%00", 404],
			["GET", `device/${"x".repeat(5000)}`, 404],
			["DELETE", "device/listDevices", 405],
			["PATCH", "discovery/addDevice", 405],
		] as const) {
			const answer = await scene.call(method, unknown);
			expect([unknown.slice(0, 40), answer.status]).toEqual([
				unknown.slice(0, 40),
				status,
			]);
			expectWireShape(answer, unknown.slice(0, 40));
		}
	});
});

test("the vendor's header-only endpoints take no key from the query", () => {
	const token = scene.key;
	const presented = (route: string, headers = {}) =>
		opmanager.credential({
			id: "",
			method: "GET",
			route,
			params: {},
			query: { apiKey: token },
			headers,
			body: Buffer.alloc(0),
			address: "",
		} satisfies WireRequest).kind;
	for (const path of [
		"alarm/listAlarms",
		"v2/discovery/addDiscoveryProfile",
		"admin/addLinuxCredential",
	]) {
		expect(presented(`/api/json/${path}`)).toBe("none");
		expect(presented(`/api/json/${path}`, { apikey: token })).toBe("token");
	}
	expect(presented("/api/json/device/listDevices")).toBe("token");
});
