import Type from "typebox";
import {
	equals,
	Id,
	object,
	operation,
	pageInput,
	pageOf,
} from "../../kernel/index.ts";
import { Probe, ProbeNumber, probeExample } from "./probe.ts";
import { probes } from "./probe-store.ts";

export const listProbes = operation({
	id: "probes.list",
	module: "probes",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/probes",
	summary: "List probes with their state.",
	input: object({
		...pageInput,
		name: Type.Optional(Type.String({ description: "Exactly this name" })),
		number: Type.Optional(ProbeNumber),
		region_id: Type.Optional(Id),
	}),
	output: pageOf(Probe),
	example: {
		input: {},
		output: { data: [probeExample], next: null, has_more: false },
	},
	handler: (ctx, input) =>
		probes.page(ctx, input, [
			equals("t.name", input.name),
			equals("t.number", input.number),
			equals("t.region_id", input.region_id),
		]),
});
