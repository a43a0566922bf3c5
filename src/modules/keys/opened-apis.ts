import { type AnyOperation, isGrantable, oneOf } from "../../kernel/index.ts";

/**
 * What an organization's key is made for: one picks the API that it opens, and that choice is a list of operations.
 * `noun.*` stands for all operations of a noun. The split follows the vendor's: a management key for networks,
 * computers, users and customers; a network-device key for devices and the policies applied to them.
 */
const operationsOf = {
	umbrella_management: [
		"accounts.list",
		"accounts.get",
		"accounts.stats",
		"tenants.*",
		"users.list",
		"users.get",
		"users.create",
		"users.update",
		"users.delete",
		"roles.list",
		"keys.*",
		"registered_networks.*",
		"endpoints.*",
		"dns_policies.list",
		"dns_policies.get",
		"dns_policies.list_of_identity",
	],
	umbrella_network_devices: [
		"accounts.list",
		"accounts.get",
		"devices.*",
		"dns_policies.*",
	],
	umbrella_legacy_network_devices: [
		"accounts.list",
		"accounts.get",
		"tenants.list",
		"tenants.get",
		"devices.*",
		"dns_policies.*",
	],
} as const satisfies Record<string, readonly string[]>;

export type OpenedApi = keyof typeof operationsOf;

const titles: Record<OpenedApi, string> = {
	umbrella_management: "Umbrella Management",
	umbrella_network_devices: "Umbrella Network Devices",
	umbrella_legacy_network_devices: "Legacy Network Devices",
};

export const OpenedApi = oneOf(Object.keys(operationsOf) as OpenedApi[], {
	description: "The API that an organization's key opens",
});

export function titleOfApi(api: OpenedApi): string {
	return titles[api];
}

/** The operations of an API that exist, machines' own excepted: those are opened by name to machines alone. */
export function operationsOfApi(
	all: readonly AnyOperation[],
	api: OpenedApi,
): string[] {
	const wanted: readonly string[] = operationsOf[api];
	return all
		.filter(isGrantable)
		.map(({ id }) => id)
		.filter(
			(id) => wanted.includes(id) || wanted.includes(`${id.split(".")[0]}.*`),
		);
}
