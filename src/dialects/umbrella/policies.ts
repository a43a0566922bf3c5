import type { RouteDocument, WireCall, WireRoute } from "../dialect.ts";
import { pathId } from "./effective-account.ts";
import { choice, optional, readFields } from "./fields.ts";
import { listPage, type PageRule, pageParameters } from "./paging.ts";
import { policyExample, policySchema, policyWire } from "./policy-shape.ts";
import { int, listOf } from "./schemas.ts";

const all = "/v1/organizations/:organizationId/policies";
const identity = `${all}/:policyId/identities/:originId`;
const tag = "Policies";

/** The one list of this wire that the vendor documents with pages of 100. */
const policyPages: PageRule = { limitDefault: 100, limitMax: 100 };

const assigned: RouteDocument["answers"] = {
	200: { description: "The originId", schema: int, example: 1000090 },
};

export const policyRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: all,
		operation: "dns_policies.list",
		handle: listPolicies,
		document: {
			summary: "List policies",
			tag,
			query: {
				...pageParameters(policyPages),
				type: {
					schema: { type: "string", enum: ["dns", "web"], default: "dns" },
				},
			},
			answers: {
				200: {
					description: "A page of policies, by priority",
					schema: listOf(policySchema),
					example: [policyExample],
				},
			},
		},
	},
	{
		method: "PUT",
		path: identity,
		operation: "dns_policies.assign",
		handle: (call) => assign(call, "dns_policies.assign"),
		document: {
			summary: "Assign a policy to a network, a computer or a network device",
			tag,
			answers: assigned,
		},
	},
	{
		method: "DELETE",
		path: identity,
		operation: "dns_policies.unassign",
		handle: (call) => assign(call, "dns_policies.unassign"),
		document: {
			summary: "Take a policy from a network, a computer or a network device",
			tag,
			answers: assigned,
		},
	},
];

async function listPolicies(call: WireCall) {
	const { type = "dns" } = readFields(call.query, {
		type: optional(choice(["dns", "web"])),
	});
	const filters = { type, sort: "priority" };
	const body = await listPage(
		call,
		"dns_policies.list",
		filters,
		policyWire,
		policyPages,
	);
	return { status: 200, body };
}

/** Both directions may be asked again and again: what counts is the state that is left. */
async function assign(call: WireCall, operation: string) {
	const id = pathId(call.params, "policyId");
	const originId = pathId(call.params, "originId");
	await call.run(operation, { id, origin_id: originId });
	return { status: 200, body: Number(originId) };
}
