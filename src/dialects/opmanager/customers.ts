import type { WireRoute } from "../dialect.ts";
import { endpoint } from "./endpoint.ts";
import { readAll } from "./grid.ts";
import { arrayOf, int, shapeOf, str } from "./schemas.ts";

export const customerRoutes: readonly WireRoute[] = endpoint({
	paths: ["admin/listCustomerNames"],
	access: "read",
	operation: "accounts.list",
	scope: "caller",
	summary: "List the customers that the caller reaches",
	tag: "Enterprise",
	parameters: {},
	answer: {
		description: "The customers; none for who is no provider",
		schema: arrayOf(shapeOf({ CustomerID: int, CustomerName: str })),
		example: [{ CustomerID: 1000007, CustomerName: "Acme" }],
	},
	async handle(call) {
		if (call.caller.home.kind !== "provider") return [];
		const customers = await readAll<{ id: string; name: string }>(
			call,
			"accounts.list",
			{ kind: "tenant" },
		);
		return customers.map(({ id, name }) => ({
			CustomerID: Number(id),
			CustomerName: name,
		}));
	},
});
