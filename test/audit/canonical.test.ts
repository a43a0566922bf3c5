import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../src/kernel/audit/canonical.ts";
import { chainHash, genesisHash } from "../../src/kernel/audit/chain.ts";
import { snapshotBefore } from "../../src/kernel/audit/snapshot.ts";
import type { StoredEvent } from "../../src/kernel/audit/stored-event.ts";

test("canonical JSON is the example of RFC 8785", () => {
	const value = JSON.parse(`{
		"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
		"string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
		"literals": [null, true, false]
	}`);
	expect(canonicalJson(value)).toBe(
		'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
	);
});

test("canonical JSON sorts members by UTF-16 code units, as RFC 8785 shows", () => {
	const names = [
		"\u20ac",
		"\r",
		"\ufb33",
		"1",
		"\ud83d\ude00",
		"\u0080",
		"\u00f6",
	];
	const value = Object.fromEntries(names.map((name) => [name, 0]));
	expect(Object.keys(JSON.parse(canonicalJson(value))).length).toBe(7);
	expect(canonicalJson(value)).toBe(
		'{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\ud83d\ude00":0,"\ufb33":0}',
	);
});

test("canonical JSON says the same as the value, whatever the order of its members", () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const text = canonicalJson(value);
			expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
			expect(canonicalJson(JSON.parse(text))).toBe(text);
		}),
	);
});

test("a number that only JSON text can hold has a form too, and what is no JSON has none", () => {
	expect(canonicalJson(JSON.parse("[1e400,-1e400]"))).toBe("[1e999,-1e999]");
	for (const value of [undefined, Number.NaN, () => 1])
		expect(() => canonicalJson([value])).toThrow(TypeError);
});

test("the hash of an event is SHA-256 over the hash before it and the canonical text", () => {
	const event = { id: "2", account_id: "1" } as StoredEvent;
	const expected = createHash("sha256")
		.update(Buffer.alloc(32))
		.update('{"account_id":"1","id":"2"}')
		.digest("hex");
	expect(chainHash(genesisHash, event).toString("hex")).toBe(expected);
});

test("a snapshot cut before a transaction sees what the whole one sees of earlier ones, and no more", () => {
	const sees = (snapshot: string, xid: bigint) => {
		const [, xmax = "", running = ""] = snapshot.split(":");
		return xid < BigInt(xmax) && !running.split(",").includes(String(xid));
	};
	const running = fc.uniqueArray(fc.bigInt({ min: 10n, max: 60n }));
	fc.assert(
		fc.property(running, fc.bigInt({ min: 5n, max: 70n }), (list, end) => {
			const sorted = [...list].sort((a, b) => Number(a - b));
			const whole = `${sorted[0] ?? 61n}:61:${sorted.join(",")}`;
			const cut = snapshotBefore(whole, String(end));
			expect(cut).toMatch(/^\d+:\d+:[\d,]*$/);
			for (let xid = 1n; xid < 75n; xid++)
				expect(sees(cut, xid)).toBe(xid < end && sees(whole, xid));
		}),
	);
});
