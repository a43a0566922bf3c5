import Type from "typebox";
import { expect, it } from "vitest";
import { type AnyOperation, object, operation } from "./index.ts";
import { Registry } from "./registry.ts";

const heartbeat = operation({
	id: "probes.beat",
	module: "probes",
	access: "write",
	scope: "machine",
	method: "POST",
	path: "/probes/beat",
	summary: "Say that one is alive.",
	quiet: true,
	input: object({}),
	output: Type.Null(),
	example: { input: {}, output: null },
	handler: async () => null,
});

const refusal = (changes: Partial<AnyOperation>) => () =>
	new Registry([{ ...heartbeat, ...changes } as AnyOperation]);

it("only a machine's own call may leave no audit row", () => {
	expect(new Registry([heartbeat]).find("probes.beat")).toBe(heartbeat);
	expect(refusal({ scope: "account" })).toThrow(/leaves no audit row/);
	const { quiet: _, ...loud } = heartbeat;
	expect(() => new Registry([loud])).toThrow(/what its audit row is about/);
});
