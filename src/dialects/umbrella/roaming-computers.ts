import { notFound } from "../../kernel/errors.ts";
import type { RouteDocument, WireCall, WireRoute } from "../dialect.ts";
import { listPage, pageParameters } from "./paging.ts";
import {
	type EndpointRow,
	readRoamingFilters,
	readRoamingName,
	roamingComputerExample,
	roamingComputerSchema,
	roamingComputerWire,
	roamingNameSchema,
	roamingStatuses,
} from "./roaming-computer-shape.ts";
import { listOf } from "./schemas.ts";

const all = "/v1/organizations/:organizationId/roamingcomputers";
const one = `${all}/:roamingComputerId`;
const tag = "Roaming computers";
const answer: RouteDocument["answers"] = {
	200: {
		description: "The computer",
		schema: roamingComputerSchema,
		example: roamingComputerExample,
	},
};
const syncTime = { schema: { type: "string", format: "date-time" } };

export const roamingComputerRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: all,
		operation: "endpoints.list",
		handle: listComputers,
		document: {
			summary: "List roaming computers",
			tag,
			query: {
				...pageParameters(),
				name: {
					description: "Names that contain this, any case",
					schema: { type: "string" },
				},
				status: { schema: { type: "string", enum: [...roamingStatuses] } },
				lastSyncBefore: syncTime,
				lastSyncAfter: syncTime,
			},
			answers: {
				200: {
					description: "A page of computers, without the applied bundle",
					schema: listOf(roamingComputerSchema),
					example: [{ ...roamingComputerExample, appliedBundle: null }],
				},
			},
		},
	},
	{
		method: "GET",
		path: one,
		operation: "endpoints.get",
		handle: async (call) => single(call, await computerOf(call)),
		document: { summary: "Read a roaming computer", tag, answers: answer },
	},
	{
		method: "PUT",
		path: one,
		operation: "endpoints.update",
		handle: renameComputer,
		document: {
			summary: "Rename a roaming computer",
			tag,
			body: { schema: roamingNameSchema, example: { name: "reception" } },
			answers: answer,
		},
	},
	{
		method: "DELETE",
		path: one,
		operation: "endpoints.delete",
		handle: deleteComputer,
		document: {
			summary: "Delete a roaming computer",
			tag,
			answers: { 204: { description: "It is gone" } },
		},
	},
];

async function listComputers(call: WireCall) {
	const filters = readRoamingFilters(call.query);
	const toWire = (row: EndpointRow) => roamingComputerWire(row);
	const body = await listPage(call, "endpoints.list", filters, toWire);
	return { status: 200, body };
}

async function renameComputer(call: WireCall) {
	const name = readRoamingName(call.json());
	const { id } = await computerOf(call);
	const renamed = await call.run("endpoints.update", { id, name });
	return single(call, renamed);
}

async function deleteComputer(call: WireCall) {
	const { id } = await computerOf(call);
	await call.run("endpoints.delete", { id });
	return { status: 204 };
}

/** Computers go by the number of the device, the one path on this wire that is not an integer. @throws not_found */
async function computerOf(call: WireCall): Promise<EndpointRow> {
	const deviceId = call.params.roamingComputerId ?? "";
	const { data } = await call.run("endpoints.list", {
		device_id: deviceId,
		limit: 1,
	});
	const [computer] = data as EndpointRow[];
	if (!computer) throw notFound("endpoint", deviceId);
	return computer;
}

/** One computer with the policy that applies to it, where the caller may see that. */
async function single(call: WireCall, computer: EndpointRow) {
	const operation = "dns_policies.list_of_identity";
	const input = { origin_id: computer.id, type: "dns" };
	const [policy] = call.may(operation)
		? (await call.run(operation, input)).data
		: [];
	return {
		status: 200,
		body: roamingComputerWire(computer, policy ? Number(policy.id) : null),
	};
}
