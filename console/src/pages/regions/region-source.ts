import { offered, type ReferenceSource } from "../../list/reference-source.ts";

/** Regions, by name. */
export const regionSource: ReferenceSource = {
	noun: "regions",
	find: async (client, search) => {
		const { data } = await client.regions.list(offered(search));
		return data.map(({ id, name }) => ({ value: id, label: name }));
	},
	named: async (client, id) => (await client.regions.get({ id })).name,
};
