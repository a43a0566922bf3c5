import { linkOptions } from "@tanstack/react-router";
import type { DnsPolicyRow } from "../../../../generated/client.ts";
import { offered, type ReferenceSource } from "../../list/reference-source.ts";
import { endpointSource } from "../endpoints/endpoint-source.ts";

/** What a DNS policy can be assigned to. */
export type IdentityKind = DnsPolicyRow["kind"];

export const identityKinds: Record<IdentityKind, string> = {
	registered_network: "Registered network",
	endpoint: "Endpoint",
	network_device: "Network device",
};

/** Where the row of an identity leads: to the page of its kind. */
export function identityLink({ id, account_id, kind }: DnsPolicyRow) {
	const params = { account: account_id, id };
	if (kind === "endpoint")
		return linkOptions({ to: "/a/$account/endpoints/$id", params });
	if (kind === "network_device")
		return linkOptions({ to: "/a/$account/devices/$id", params });
	return linkOptions({ to: "/a/$account/registered-networks/$id", params });
}

/** Registered networks, by name or address. */
const registeredNetworkSource: ReferenceSource = {
	noun: "registered_networks",
	find: async (client, search) => {
		const { data } = await client.registeredNetworks.list(offered(search));
		return data.map(({ id, name, ip_address }) => ({
			value: id,
			label: name,
			description: ip_address ?? undefined,
		}));
	},
	named: async (client, id) =>
		(await client.registeredNetworks.get({ id })).name,
};

/** Network devices, by name, address or serial number. */
const networkDeviceSource: ReferenceSource = {
	noun: "network_devices",
	find: async (client, search) => {
		const { data } = await client.devices.list({
			...offered(search),
			kind: "network_device",
		});
		return data.map(({ id, name, serial_number }) => ({
			value: id,
			label: name,
			description: serial_number,
		}));
	},
	named: async (client, id) => (await client.devices.get({ id })).name,
};

/** How each kind is found. */
export const identitySources: Record<IdentityKind, ReferenceSource> = {
	registered_network: registeredNetworkSource,
	endpoint: endpointSource,
	network_device: networkDeviceSource,
};
