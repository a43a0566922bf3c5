import { offered, type ReferenceSource } from "../../list/reference-source.ts";

/** Probes, by name. */
export const probeSource: ReferenceSource = {
	noun: "probes",
	find: async (client, search) => {
		const { data } = await client.probes.list(offered(search));
		return data.map(({ id, name }) => ({ value: id, label: name }));
	},
	named: async (client, id) => (await client.probes.get({ id })).name,
};
