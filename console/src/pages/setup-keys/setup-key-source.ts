import { offered, type ReferenceSource } from "../../list/reference-source.ts";

/** Setup keys, by name. */
export const setupKeySource: ReferenceSource = {
	noun: "setup_keys",
	find: async (client, search) => {
		const { data } = await client.setupKeys.list(offered(search));
		return data.map(({ id, name }) => ({ value: id, label: name }));
	},
	named: async (client, id) => (await client.setupKeys.get({ id })).name,
};
