import Type from "typebox";
import { object, operation } from "../../kernel/index.ts";
import { deviceCategories } from "./device-categories.ts";

const Category = object({ name: Type.String(), title: Type.String() });

export const listDeviceCategories = operation({
	id: "devices.list_categories",
	module: "devices",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/device-categories",
	summary: "List what a device can be.",
	input: object({}),
	output: object({ data: Type.Array(Category) }),
	example: {
		input: {},
		output: { data: [{ name: "LoadBalancer", title: "Load Balancer" }] },
	},
	handler: async () => ({
		data: Object.entries(deviceCategories).map(([name, title]) => ({
			name,
			title,
		})),
	}),
});
