import { describe, expect, it } from "vitest";
import { parseExchanges, uncovered } from "./support/http-fixtures.ts";
import { mismatch } from "./support/json-pattern.ts";

describe("a pattern of a recorded answer", () => {
	it.each([
		[{ a: 1 }, { a: 1 }],
		[{ a: "<id>" }, { a: "17" }],
		[{ a: "<date>" }, { a: "2026-01-05T09:00:00.123Z" }],
		[
			{ a: 1, "...": "..." },
			{ a: 1, b: 2 },
		],
		[
			["...", { a: 2 }],
			[{ a: 1 }, { a: 2 }],
		],
		[{ message: "no <any> here" }, { message: "no such thing here" }],
	])("%j takes %j", (pattern, value) => {
		expect(mismatch(pattern, value, {})).toBeUndefined();
	});

	it.each([
		[{ a: 1 }, { a: "1" }],
		[{ a: 1 }, { a: 1, b: 2 }],
		[{ a: 1, b: 2 }, { a: 1 }],
		[[], null],
		[null, []],
		[{ a: "<id>" }, { a: "x" }],
		[{ a: "<number>" }, { a: "1" }],
		[["...", { a: 3 }], [{ a: 1 }]],
		["a.c", "abc"],
	])("%j refuses %j", (pattern, value) => {
		expect(mismatch(pattern, value, {})).toBeDefined();
	});

	it("keeps what it was asked to keep", () => {
		const captured = {};
		mismatch({ id: "<id:groupId>" }, { id: "42" }, captured);
		expect(captured).toEqual({ groupId: "42" });
	});

	it("keeps nothing of an element that is another one", () => {
		const captured = {};
		const pattern = ["...", { id: "<id:groupId>", name: "b" }];
		expect(mismatch(pattern, [{ id: "2", name: "c" }], captured)).toBeDefined();
		expect(captured).toEqual({});
	});
});

describe("a file of recorded exchanges", () => {
	const [exchange] = parseExchanges(
		'### a title\nPOST /a/1?x=2\nApikey: k\n\n{"b":1}\n>>> 201\nX-Y: z\n\n{"c":2}\n',
	);

	it("is read into requests and answers", () => {
		expect(exchange).toEqual({
			title: "a title",
			request: {
				method: "POST",
				path: "/a/1?x=2",
				headers: { apikey: "k" },
				body: '{"b":1}',
			},
			answer: { status: 201, headers: { "x-y": "z" }, body: '{"c":2}' },
		});
	});

	it("shows which routes it leaves out", () => {
		const routes = [
			{ method: "POST", path: "/a/:id" },
			{ method: "GET", path: "/a/:id" },
		];
		expect(uncovered(routes, exchange ? [exchange] : [])).toEqual([
			"POST /a/:id error",
			"GET /a/:id success",
			"GET /a/:id error",
		]);
	});
});
