import type { WireRoute } from "../dialect.ts";
import { listPage, pageParameters } from "./paging.ts";
import { int, listOf, shapeOf, str } from "./schemas.ts";

export const organizationRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: "/v1/organizations",
		operation: "accounts.list",
		async handle(call) {
			const body = await listPage(call, "accounts.list", {}, organizationWire);
			return { status: 200, body };
		},
		document: {
			summary: "List the organizations that the key opens, its own first",
			tag: "Organizations",
			query: pageParameters(),
			answers: {
				200: {
					description: "Organizations",
					schema: listOf(shapeOf({ organizationId: int, name: str })),
					example: [{ organizationId: 1000007, name: "Acme" }],
				},
			},
		},
	},
];

function organizationWire({ id, name }: { id: string; name: string }) {
	return { organizationId: Number(id), name };
}
