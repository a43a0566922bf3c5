import { notFound } from "../../kernel/errors.ts";
import type { WireCall, WireRoute } from "../dialect.ts";
import {
	type NetworkResource,
	resourceExample,
	resourceSchema,
	toWireResource,
} from "./network-shape.ts";
import { Refusal, reworded, when } from "./refusal.ts";
import { flag, listOf, nothing, shape, text } from "./schemas.ts";
import { allRows, bodyOf, done, isId, ok, pathId } from "./wire.ts";

const tag = "Network resources";
const ofNetwork = "/api/networks/:networkId/resources";
const one = `${ofNetwork}/:resourceId`;
const body = {
	schema: shape({
		name: text,
		"description?": text,
		address: text,
		enabled: flag,
		groups: listOf(text),
	}),
	example: {
		name: "File server",
		address: "10.0.0.5",
		enabled: true,
		groups: ["1000042"],
	},
};
const answers = {
	200: {
		description: "The resource",
		schema: resourceSchema,
		example: resourceExample,
	},
};
const listed = {
	200: {
		description: "The resources",
		schema: listOf(resourceSchema),
		example: [resourceExample],
	},
};

export const networkResourceRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: "/api/networks/resources",
		operation: "network_resources.list",
		document: {
			summary: "List the resources of all networks",
			tag,
			answers: listed,
		},
		async handle(call) {
			return ok(await resources(call, {}));
		},
	},
	{
		method: "GET",
		path: ofNetwork,
		operation: "network_resources.list",
		document: {
			summary: "List the resources of a network",
			tag,
			answers: listed,
		},
		async handle(call) {
			const network_id = pathId(call, "networkId", "network");
			await call.run("networks.get", { id: network_id });
			return ok(await resources(call, { network_id }));
		},
	},
	{
		method: "POST",
		path: ofNetwork,
		operation: "network_resources.create",
		document: { summary: "Add a resource to a network", tag, body, answers },
		async handle(call) {
			const fields = resourceFields(call);
			const network_id = pathId(call, "networkId", "network");
			const made: NetworkResource = await reworded(
				call.run("network_resources.create", { network_id, ...fields }),
				when(
					"network_resource_exists",
					422,
					({ name }) => `network resource with name ${name} already exists`,
				),
				...groupRules,
			);
			return ok(toWireResource(made));
		},
	},
	{
		method: "GET",
		path: one,
		operation: "network_resources.get",
		document: { summary: "Read a resource", tag, answers },
		async handle(call) {
			return ok(toWireResource(await ofThisNetwork(call)));
		},
	},
	{
		method: "PUT",
		path: one,
		operation: "network_resources.update",
		document: { summary: "Replace a resource", tag, body, answers },
		async handle(call) {
			const fields = resourceFields(call);
			const { id } = await ofThisNetwork(call);
			const changed: NetworkResource = await reworded(
				call.run("network_resources.update", { id, ...fields }),
				when(
					"network_resource_exists",
					422,
					"new resource name already exists",
				),
				...groupRules,
			);
			return ok(toWireResource(changed));
		},
	},
	{
		method: "DELETE",
		path: one,
		operation: "network_resources.delete",
		document: {
			summary: "Delete a resource",
			tag,
			answers: { 200: { description: "Done", schema: nothing } },
		},
		async handle(call) {
			const { id } = await ofThisNetwork(call);
			await call.run("network_resources.delete", { id });
			return done;
		},
	},
];

const groupRules = [
	when("unknown_group", 404, ({ id }) => `group: ${id} not found`),
];

async function resources(call: WireCall, input: Record<string, unknown>) {
	const rows = await allRows<NetworkResource>(
		call,
		"network_resources.list",
		input,
	);
	return rows.map(toWireResource);
}

function resourceFields(call: WireCall) {
	const fields = bodyOf(call);
	const groups = fields.texts("groups") ?? [];
	const unknown = groups.find((id) => !isId(id));
	if (unknown !== undefined)
		throw new Refusal(404, `group: ${unknown} not found`);
	return {
		name: fields.text("name"),
		description: fields.text("description"),
		address: fields.text("address"),
		enabled: fields.flag("enabled"),
		groups,
	};
}

/** The resource that the path names, if it is one of the network that the path names. @throws not_found */
async function ofThisNetwork(call: WireCall): Promise<NetworkResource> {
	const network = pathId(call, "networkId", "network");
	const id = pathId(call, "resourceId", "network resource");
	const resource: NetworkResource = await call.run("network_resources.get", {
		id,
	});
	if (resource.network_id !== network) throw notFound("network resource", id);
	return resource;
}
