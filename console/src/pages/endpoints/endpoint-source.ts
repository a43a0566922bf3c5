import { offered, type ReferenceSource } from "../../list/reference-source.ts";

/** Endpoints, by name or address. */
export const endpointSource: ReferenceSource = {
	noun: "endpoints",
	find: async (client, search) => {
		const { data } = await client.endpoints.list(offered(search));
		return data.map(({ id, name, ip }) => ({
			value: id,
			label: name,
			description: ip ?? undefined,
		}));
	},
	named: async (client, id) => (await client.endpoints.get({ id })).name,
};
