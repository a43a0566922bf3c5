import type { RouteDocument, WireCall, WireRoute } from "../dialect.ts";
import { pathId } from "./effective-account.ts";
import { choice, optional, readFields } from "./fields.ts";
import {
	networkChangeSchema,
	networkExample,
	networkSchema,
	networkWire,
	newNetworkExample,
	newNetworkSchema,
	readNetworkChange,
	readNewNetwork,
} from "./network-shape.ts";
import { listPage, pageParameters } from "./paging.ts";
import {
	type AppliedPolicyRow,
	identityPolicyExample,
	identityPolicySchema,
	identityPolicyWire,
} from "./policy-shape.ts";
import { listOf } from "./schemas.ts";

const all = "/v1/organizations/:organizationId/networks";
const one = `${all}/:networkId`;
const tag = "Networks";
const answer: RouteDocument["answers"] = {
	200: {
		description: "The network",
		schema: networkSchema,
		example: networkExample,
	},
};
const policyTypes = ["dns", "web", "firewall"] as const;

export const networkRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: all,
		operation: "registered_networks.list",
		handle: listNetworks,
		document: {
			summary: "List networks",
			tag,
			query: pageParameters(),
			answers: {
				200: {
					description: "A page of networks",
					schema: listOf(networkSchema),
					example: [networkExample],
				},
			},
		},
	},
	{
		method: "POST",
		path: all,
		operation: "registered_networks.create",
		handle: createNetwork,
		document: {
			summary: "Register a network",
			tag,
			body: { schema: newNetworkSchema, example: newNetworkExample },
			answers: answer,
		},
	},
	{
		method: "GET",
		path: one,
		operation: "registered_networks.get",
		handle: readNetwork,
		document: { summary: "Read a network", tag, answers: answer },
	},
	{
		method: "PUT",
		path: one,
		operation: "registered_networks.update",
		handle: changeNetwork,
		document: {
			summary: "Change a network",
			tag,
			body: { schema: networkChangeSchema, example: newNetworkExample },
			answers: answer,
		},
	},
	{
		method: "DELETE",
		path: one,
		operation: "registered_networks.delete",
		handle: deleteNetwork,
		document: {
			summary: "Delete a network",
			tag,
			answers: { 204: { description: "It is gone" } },
		},
	},
	{
		method: "GET",
		path: `${one}/policies`,
		operation: "dns_policies.list_of_identity",
		handle: listPolicies,
		document: {
			summary: "List the policies that apply to a network",
			tag,
			query: { type: { schema: { type: "string", enum: [...policyTypes] } } },
			answers: {
				200: {
					description: "Policies",
					schema: listOf(identityPolicySchema),
					example: [identityPolicyExample],
				},
			},
		},
	},
];

async function listNetworks(call: WireCall) {
	const operation = "registered_networks.list";
	return {
		status: 200,
		body: await listPage(call, operation, {}, networkWire),
	};
}

async function createNetwork(call: WireCall) {
	const input = readNewNetwork(call.json());
	const made = await call.run("registered_networks.create", input);
	return { status: 200, body: networkWire(made) };
}

async function readNetwork(call: WireCall) {
	const id = pathId(call.params, "networkId");
	const network = await call.run("registered_networks.get", { id });
	return { status: 200, body: networkWire(network) };
}

async function changeNetwork(call: WireCall) {
	const id = pathId(call.params, "networkId");
	const changed = await call.run("registered_networks.update", {
		id,
		...readNetworkChange(call.json()),
	});
	return { status: 200, body: networkWire(changed) };
}

async function deleteNetwork(call: WireCall) {
	const id = pathId(call.params, "networkId");
	await call.run("registered_networks.delete", { id });
	return { status: 204 };
}

/** There are no firewall policies here, so that none apply is the truth. */
async function listPolicies(call: WireCall) {
	const id = pathId(call.params, "networkId");
	const { type } = readFields(call.query, {
		type: optional(choice(policyTypes)),
	});
	await call.run("registered_networks.get", { id });
	const data: AppliedPolicyRow[] =
		type === "firewall"
			? []
			: (
					await call.run("dns_policies.list_of_identity", {
						origin_id: id,
						...(type === undefined ? {} : { type }),
					})
				).data;
	return { status: 200, body: data.map(identityPolicyWire) };
}
