import { notFound } from "../../kernel/errors.ts";
import type { RouteDocument, WireCall, WireRoute } from "../dialect.ts";
import { pathId } from "./effective-account.ts";
import { choice, optional, readFields } from "./fields.ts";
import {
	type DeviceRow,
	deviceNameSchema,
	networkDeviceExample,
	networkDeviceSchema,
	networkDeviceWire,
	newDeviceExample,
	newDeviceSchema,
	readDeviceName,
	readNewDevice,
} from "./network-device-shape.ts";
import { listAll } from "./paging.ts";
import {
	devicePolicyExample,
	devicePolicySchema,
	devicePolicyWire,
} from "./policy-shape.ts";
import { listOf } from "./schemas.ts";

const all = "/v1/organizations/:organizationId/networkdevices";
const one = `${all}/:originId`;
const tag = "Network devices";
const device = {
	description: "The network device",
	schema: networkDeviceSchema,
	example: networkDeviceExample,
};
const answer: RouteDocument["answers"] = { 200: device };

export const networkDeviceRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: all,
		operation: "devices.list",
		handle: listDevices,
		document: {
			summary: "List network devices",
			tag,
			answers: {
				200: {
					description: "All network devices",
					schema: listOf(networkDeviceSchema),
					example: [networkDeviceExample],
				},
			},
		},
	},
	{
		method: "POST",
		path: all,
		operation: "devices.create",
		handle: createDevice,
		document: {
			summary: "Register a network device",
			tag,
			body: { schema: newDeviceSchema, example: newDeviceExample },
			answers: { 201: device },
		},
	},
	{
		method: "GET",
		path: one,
		operation: "devices.get",
		handle: async (call) => ({
			status: 200,
			body: networkDeviceWire(await deviceOf(call)),
		}),
		document: { summary: "Read a network device", tag, answers: answer },
	},
	{
		method: "PATCH",
		path: one,
		operation: "devices.update",
		handle: renameDevice,
		document: {
			summary: "Rename a network device",
			tag,
			body: { schema: deviceNameSchema, example: { name: "Branch router" } },
			answers: answer,
		},
	},
	{
		method: "DELETE",
		path: one,
		operation: "devices.delete",
		handle: deleteDevice,
		document: {
			summary: "Delete a network device",
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
			summary: "List the policies that apply to a network device",
			tag,
			query: {
				type: {
					schema: { type: "string", enum: ["dns", "web"], default: "dns" },
				},
			},
			answers: {
				200: {
					description: "Policies",
					schema: listOf(devicePolicySchema),
					example: [devicePolicyExample],
				},
			},
		},
	},
];

async function listDevices(call: WireCall) {
	const filters = { kind: "network_device" };
	return {
		status: 200,
		body: await listAll(call, "devices.list", filters, networkDeviceWire),
	};
}

async function createDevice(call: WireCall) {
	const made = await call.run("devices.create", readNewDevice(call.json()));
	return { status: 201, body: networkDeviceWire(made) };
}

async function renameDevice(call: WireCall) {
	const name = readDeviceName(call.json());
	const { id } = await deviceOf(call);
	const changes = { id, name, display_name: name };
	const changed = await call.run("devices.update", changes);
	return { status: 200, body: networkDeviceWire(changed) };
}

async function deleteDevice(call: WireCall) {
	const { id } = await deviceOf(call);
	await call.run("devices.delete", { id });
	return { status: 204 };
}

async function listPolicies(call: WireCall) {
	const { type = "dns" } = readFields(call.query, {
		type: optional(choice(["dns", "web"])),
	});
	const { id } = await deviceOf(call);
	const { data } = await call.run("dns_policies.list_of_identity", {
		origin_id: id,
		type,
	});
	return { status: 200, body: data.map(devicePolicyWire) };
}

/** Monitored devices of the same account have no place on this wire. @throws not_found */
async function deviceOf(call: WireCall): Promise<DeviceRow> {
	const id = pathId(call.params, "originId");
	const found: DeviceRow = await call.run("devices.get", { id });
	if (found.kind !== "network_device") throw notFound("device", id);
	return found;
}
