import { offered, type ReferenceSource } from "../../list/reference-source.ts";

/** Groups, by name. */
export const groupSource: ReferenceSource = {
	noun: "groups",
	find: async (client, search) => {
		const { data } = await client.groups.list(offered(search));
		return data.map(({ id, name }) => ({ value: id, label: name }));
	},
	named: async (client, id) => (await client.groups.get({ id })).name,
};
