import type {
	CallOptions,
	KeysListInput,
} from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import type { Filter } from "../../list/list-types.ts";
import { keyKinds, kindWords } from "./key-kinds.ts";

/** The list's input, with the three states of a key as one choice. */
export type KeyListInput = KeysListInput & { status?: string };

const states: Record<string, Pick<KeysListInput, "enabled" | "expired">> = {
	active: { enabled: true, expired: false },
	disabled: { enabled: false },
	expired: { enabled: true, expired: true },
};

/** The list of keys, which knows two questions where people ask one. */
export const listKeys =
	({ keys }: Client) =>
	({ status, ...input }: KeyListInput, options?: CallOptions) =>
		keys.list({ ...input, ...(status ? states[status] : {}) }, options);

export const keyFilters: Filter<KeyListInput>[] = [
	{
		name: "kind",
		label: "Type",
		kind: "select",
		options: keyKinds.map((value) => ({
			value,
			label: kindWords[value].label,
		})),
	},
	{
		name: "status",
		label: "Status",
		kind: "select",
		options: [
			{ value: "active", label: "Active" },
			{ value: "disabled", label: "Disabled" },
			{ value: "expired", label: "Expired" },
		],
	},
	{
		name: "user_id",
		label: "User",
		kind: "reference",
		noun: "users",
		find: async (client, search) => {
			const { data } = await client.users.list({
				limit: 20,
				...(search === "" ? {} : { search }),
			});
			return data.map(({ id, name, email }) => ({
				value: id,
				label: name || email,
				description: email,
			}));
		},
		named: async (client, id) => {
			const { name, email } = await client.users.get({ id });
			return name || email;
		},
	},
];
