import { notFound } from "../../kernel/errors.ts";
import type { WireCall, WireRoute } from "../dialect.ts";
import {
	type NetworkRouter,
	routerExample,
	routerSchema,
	toWireRouter,
} from "./network-shape.ts";
import { Refusal, reworded, when } from "./refusal.ts";
import { flag, integer, listOf, nothing, shape, text } from "./schemas.ts";
import { allRows, bodyOf, done, isId, ok, pathId } from "./wire.ts";

const tag = "Network routers";
const ofNetwork = "/api/networks/:networkId/routers";
const one = `${ofNetwork}/:routerId`;
const body = {
	schema: shape({
		"peer?": text,
		"peer_groups?": listOf(text),
		metric: integer,
		masquerade: flag,
		enabled: flag,
	}),
	example: { peer: "1000051", metric: 9999, masquerade: true, enabled: true },
};
const answers = {
	200: {
		description: "The router",
		schema: routerSchema,
		example: routerExample,
	},
};
const listed = {
	200: {
		description: "The routers",
		schema: listOf(routerSchema),
		example: [routerExample],
	},
};

export const networkRouterRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: "/api/networks/routers",
		operation: "network_routers.list",
		document: {
			summary: "List the routers of all networks",
			tag,
			answers: listed,
		},
		async handle(call) {
			return ok(await routers(call, {}));
		},
	},
	{
		method: "GET",
		path: ofNetwork,
		operation: "network_routers.list",
		document: {
			summary: "List the routers of a network",
			tag,
			answers: listed,
		},
		async handle(call) {
			const network_id = pathId(call, "networkId", "network");
			await call.run("networks.get", { id: network_id });
			return ok(await routers(call, { network_id }));
		},
	},
	{
		method: "POST",
		path: ofNetwork,
		operation: "network_routers.create",
		document: { summary: "Add a router to a network", tag, body, answers },
		async handle(call) {
			const fields = routerFields(call);
			const network_id = pathId(call, "networkId", "network");
			const router: NetworkRouter = await reworded(
				// A new router is on, whatever was said.
				call.run("network_routers.create", {
					...fields,
					network_id,
					enabled: true,
				}),
				...memberRules,
			);
			return ok(toWireRouter(router));
		},
	},
	{
		method: "GET",
		path: one,
		operation: "network_routers.get",
		document: { summary: "Read a router", tag, answers },
		async handle(call) {
			return ok(toWireRouter(await ofThisNetwork(call)));
		},
	},
	{
		method: "PUT",
		path: one,
		operation: "network_routers.update",
		document: { summary: "Replace a router", tag, body, answers },
		async handle(call) {
			const fields = routerFields(call);
			const { id } = await ofThisNetwork(call);
			const router: NetworkRouter = await reworded(
				call.run("network_routers.update", { id, ...fields }),
				...memberRules,
			);
			return ok(toWireRouter(router));
		},
	},
	{
		method: "DELETE",
		path: one,
		operation: "network_routers.delete",
		document: {
			summary: "Delete a router",
			tag,
			answers: { 200: { description: "Done", schema: nothing } },
		},
		async handle(call) {
			const { id } = await ofThisNetwork(call);
			await call.run("network_routers.delete", { id });
			return done;
		},
	},
];

const memberRules = [
	when("unknown_group", 404, ({ id }) => `group: ${id} not found`),
	when("unknown_endpoint", 404, ({ id }) => `peer not found: ${id}`),
];

async function routers(call: WireCall, input: Record<string, unknown>) {
	const rows = await allRows<NetworkRouter>(
		call,
		"network_routers.list",
		input,
	);
	return rows.map(toWireRouter);
}

function routerFields(call: WireCall) {
	const fields = bodyOf(call);
	const peer = fields.text("peer");
	const groups = fields.texts("peer_groups") ?? [];
	if (peer !== "" && groups.length > 0)
		throw new Refusal(
			400,
			"peer and peer_groups cannot be set at the same time",
		);
	if (peer === "" && groups.length === 0)
		throw new Refusal(400, "either peer or peer_groups must be provided");
	if (peer !== "" && !isId(peer))
		throw new Refusal(404, `peer not found: ${peer}`);
	const unknown = groups.find((id) => !isId(id));
	if (unknown !== undefined)
		throw new Refusal(404, `group: ${unknown} not found`);
	return {
		...(peer === "" ? { endpoint_id: null, groups } : { endpoint_id: peer }),
		metric: fields.integer("metric"),
		masquerade: fields.flag("masquerade"),
		enabled: fields.flag("enabled"),
	};
}

/** The router that the path names, if it leads into the network that the path names. @throws not_found */
async function ofThisNetwork(call: WireCall): Promise<NetworkRouter> {
	const network = pathId(call, "networkId", "network");
	const id = pathId(call, "routerId", "network router");
	const router: NetworkRouter = await call.run("network_routers.get", { id });
	if (router.network_id !== network) throw notFound("network router", id);
	return router;
}
