import { offered, type ReferenceSource } from "../../list/reference-source.ts";

/** Users, by name or e-mail address. */
export const userSource: ReferenceSource = {
	noun: "users",
	find: async (client, search) => {
		const { data } = await client.users.list(offered(search));
		return data.map(({ id, name, email }) => ({
			value: id,
			label: name || email,
			description: name ? email : undefined,
		}));
	},
	named: async (client, id) => {
		const { name, email } = await client.users.get({ id });
		return name || email;
	},
};
