import { isIP } from "node:net";
import { invalid, notFound } from "../../kernel/errors.ts";
import { deviceCategoryNames } from "../../modules/devices/index.ts";
import type { WireCall, WireRoute } from "../dialect.ts";
import { narrowing } from "./central.ts";
import type { Device } from "./device-shape.ts";
import { endpoint } from "./endpoint.ts";
import { deviceNameOf, managedObjectId } from "./managed-object-id.ts";
import { findNamed } from "./named-device.ts";
import { choice, flag, mandatory, text } from "./parameter.ts";
import { ParameterFault } from "./parameter-fault.ts";
import { int, result, resultSchema, shapeOf, str } from "./schemas.ts";

const named = text("The device: its name, address or label", {
	lengthMax: 300,
});
const address = text("An IPv4 or IPv6 address", { lengthMax: 45 });
const sameWord = <const W extends string>(...words: W[]) =>
	Object.fromEntries(words.map((word) => [word, word])) as Record<W, W>;

const changed = (message: string) => ({
	description: "Done",
	schema: resultSchema,
	example: result(message),
});

const DELETED = "Device deleted successfully.";
const UPDATED = "Device details updated successfully.";
const MANAGED = "Device is being managed.";
const UNMANAGED = "Device is being unmanaged.";

export const deviceChangeRoutes: readonly WireRoute[] = [
	...endpoint({
		paths: ["discovery/addDevice"],
		access: "write",
		operation: "devices.create",
		scope: "own_account",
		summary: "Add a device by its address or name",
		tag: "Discovery",
		parameters: {
			deviceName: mandatory(
				text("IP address or domain name", {
					pattern: {
						is: /^[A-Za-z0-9_:][A-Za-z0-9_.:-]*$/,
						why: "an IP address or a domain name",
					},
				}),
			),
			displayName: text("Its label"),
			netmask: address,
			type: text("What it is"),
			credentialName: text("Taken, and not used: no credentials are kept yet"),
			networkAddress: text("Taken, and not used"),
			addDeviceToNCM: flag("Taken, and not used"),
			addDeviceToIPAM: flag("Taken, and not used"),
			isOpUSPM: flag("Taken, and not used"),
		},
		example: { deviceName: "192.0.2.10", displayName: "Core switch" },
		answer: {
			description: "The new device",
			schema: shapeOf({
				device: shapeOf({
					deviceIp: str,
					deviceName: str,
					moid: int,
					message: str,
				}),
			}),
			example: {
				device: {
					deviceIp: "192.0.2.10",
					deviceName: "192.0.2.10",
					moid: 1000120,
					message: "Device added successfully.",
				},
			},
		},
		handle: addDevice,
	}),
	...endpoint({
		paths: ["discovery/deleteDevice"],
		access: "write",
		operation: "devices.delete",
		scope: "own_account",
		summary: "Delete a device",
		tag: "Discovery",
		parameters: { deviceName: mandatory(named) },
		example: { deviceName: "192.0.2.10" },
		answer: changed(DELETED),
		async handle(call, { deviceName }) {
			const { id } = await findNamed(call, deviceName);
			await call.run("devices.delete", { id });
			return result(DELETED);
		},
	}),
	...endpoint({
		paths: ["device/UpdateDeviceDetails"],
		access: "write",
		operation: "devices.update",
		scope: "own_account",
		summary: "Change a device; what is left out stays",
		tag: "Devices",
		parameters: {
			name: named,
			deviceName: text("As name", { lengthMax: 300 }),
			ipAddress: address,
			displayName: text("Its label"),
			netmask: address,
			Monitoring: choice(
				"What it is polled by",
				sameWord("ICMP", "SNMP", "TCP"),
			),
			category: choice(
				"What it can be, as getCategoryList names it",
				sameWord(...deviceCategoryNames),
			),
			type: text("What it is"),
		},
		example: { name: "192.0.2.10", displayName: "Core switch" },
		answer: changed(UPDATED),
		async handle(call, values) {
			const name = values.name ?? values.deviceName;
			if (name === undefined)
				throw new ParameterFault("LESS_THAN_MIN_OCCURANCE", "name");
			requireAddress("netmask", values.netmask);
			const { id } = await findNamed(call, name);
			await call.run("devices.update", {
				id,
				...present({
					ip_address: values.ipAddress,
					display_name: values.displayName,
					netmask: values.netmask,
					protocol: values.Monitoring,
					category: values.category,
					type: values.type,
				}),
			});
			return result(UPDATED);
		},
	}),
	...endpoint({
		paths: ["device/setManaged"],
		access: "write",
		operation: "devices.set_managed",
		scope: "own_account",
		summary: "Say whether a device is to be monitored",
		tag: "Devices",
		parameters: {
			name: mandatory(named),
			manage: mandatory(flag("Whether it is to be monitored")),
			type: choice(
				"What the name names; a device unless said",
				sameWord("DEVICE", "INTERFACE", "URL"),
			),
			isInterface: flag("With INTERFACE"),
		},
		example: { name: "192.0.2.10", manage: false },
		answer: changed(UNMANAGED),
		async handle(call, { name, manage, type = "DEVICE", isInterface }) {
			// Nothing but devices can be managed so far, so nothing else has the name.
			if (type !== "DEVICE" || isInterface)
				throw notFound(type === "URL" ? "URL monitor" : "interface", name);
			const { id } = await findNamed(call, name);
			await call.run("devices.set_managed", { id, managed: manage });
			return result(manage ? MANAGED : UNMANAGED);
		},
	}),
];

interface NewDevice {
	deviceName: string;
	displayName: string | undefined;
	netmask: string | undefined;
	type: string | undefined;
}

async function addDevice(call: WireCall, values: NewDevice) {
	const { deviceName: name, displayName, netmask, type } = values;
	requireAddress("netmask", netmask);
	const device: Device = await call.run("devices.create", {
		name,
		...present({
			display_name: displayName,
			netmask,
			type,
			dns_name: isIP(name) === 0 ? name : undefined,
		}),
		...(await placeForNew(call)),
	});
	return {
		device: {
			deviceIp: device.ip_address ?? "",
			deviceName: deviceNameOf(device),
			moid: managedObjectId(device),
			message: "Device added successfully.",
		},
	};
}

/** The region and the probe a call is narrowed to are where its device goes. @throws not_found */
async function placeForNew(call: WireCall) {
	const narrowed = await narrowing(call);
	if (!narrowed) throw notFound("probe or region");
	const { region_id, probe_name, probe_number } = narrowed;
	const place = present({ region_id });
	if (probe_name === undefined && probe_number === undefined) return place;
	const { data } = await call.run("probes.list", {
		...present({ name: probe_name, number: probe_number }),
		limit: 1,
	});
	if (data.length === 0) throw notFound("probe");
	return { ...place, probe_id: data[0].id };
}

function requireAddress(name: string, value: string | undefined): void {
	if (value !== undefined && isIP(value) === 0)
		throw invalid(name, "ip", `${name} must be an IPv4 or IPv6 address`);
}

/** Without the fields that have no value. */
function present(fields: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== undefined),
	);
}
