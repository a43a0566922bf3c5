import type { WireRoute } from "../dialect.ts";
import type { Fields } from "./fields.ts";
import {
	type Network,
	networkExample,
	networkSchema,
	toWireNetwork,
} from "./network-shape.ts";
import { listOf, nothing, shape, text } from "./schemas.ts";
import { allRows, bodyOf, done, ok, pathId } from "./wire.ts";

const tag = "Networks";
const body = {
	schema: shape({ name: text, "description?": text }),
	example: { name: "Office", description: "Servers in the basement" },
};
const answers = {
	200: {
		description: "The network",
		schema: networkSchema,
		example: networkExample,
	},
};

export const networkRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: "/api/networks",
		operation: "networks.list",
		document: {
			summary: "List networks",
			tag,
			answers: {
				200: {
					description: "The networks",
					schema: listOf(networkSchema),
					example: [networkExample],
				},
			},
		},
		async handle(call) {
			const networks = await allRows<Network>(call, "networks.list");
			return ok(networks.map(toWireNetwork));
		},
	},
	{
		method: "POST",
		path: "/api/networks",
		operation: "networks.create",
		document: { summary: "Create a network", tag, body, answers },
		async handle(call) {
			const fields = networkFields(bodyOf(call));
			return ok(toWireNetwork(await call.run("networks.create", fields)));
		},
	},
	{
		method: "GET",
		path: "/api/networks/:networkId",
		operation: "networks.get",
		document: { summary: "Read a network", tag, answers },
		async handle(call) {
			const id = pathId(call, "networkId", "network");
			return ok(toWireNetwork(await call.run("networks.get", { id })));
		},
	},
	{
		method: "PUT",
		path: "/api/networks/:networkId",
		operation: "networks.update",
		document: { summary: "Replace a network", tag, body, answers },
		async handle(call) {
			const fields = networkFields(bodyOf(call));
			const id = pathId(call, "networkId", "network");
			return ok(
				toWireNetwork(await call.run("networks.update", { id, ...fields })),
			);
		},
	},
	{
		method: "DELETE",
		path: "/api/networks/:networkId",
		operation: "networks.delete",
		document: {
			summary: "Delete a network with its resources and routers",
			tag,
			answers: { 200: { description: "Done", schema: nothing } },
		},
		async handle(call) {
			const id = pathId(call, "networkId", "network");
			await call.run("networks.delete", { id });
			return done;
		},
	},
];

function networkFields(fields: Fields) {
	return { name: fields.text("name"), description: fields.text("description") };
}
