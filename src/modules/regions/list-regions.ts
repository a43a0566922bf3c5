import Type from "typebox";
import {
	equals,
	object,
	operation,
	pageInput,
	pageOf,
} from "../../kernel/index.ts";
import { Region, regionExample } from "./region.ts";
import { regions } from "./region-store.ts";

export const listRegions = operation({
	id: "regions.list",
	module: "regions",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/regions",
	summary: "List regions with what they hold.",
	input: object({
		...pageInput,
		name: Type.Optional(Type.String({ description: "Exactly this name" })),
	}),
	output: pageOf(Region),
	example: {
		input: {},
		output: { data: [regionExample], next: null, has_more: false },
	},
	handler: (ctx, input) =>
		regions.page(ctx, input, [equals("t.name", input.name)]),
});
