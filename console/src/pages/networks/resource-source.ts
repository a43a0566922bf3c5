import { offered, type ReferenceSource } from "../../list/reference-source.ts";

/** Resources of all networks, by name or address. */
export const resourceSource: ReferenceSource = {
	noun: "network_resources",
	find: async (client, search) => {
		const { data } = await client.networkResources.list(offered(search));
		return data.map(({ id, name, address }) => ({
			value: id,
			label: name,
			description: address,
		}));
	},
	named: async (client, id) => (await client.networkResources.get({ id })).name,
};
