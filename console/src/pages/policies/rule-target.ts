import type { Policy } from "../../../../generated/client.ts";
import { offered, type ReferenceSource } from "../../list/reference-source.ts";

/** A resource or an endpoint at one side of a rule. */
export type RuleTarget = NonNullable<
	Policy["rules"][number]["source_resource"]
>;

/** As one text, for fields: `host:1000061`. */
export function targetText({ type, id }: RuleTarget): string {
	return `${type}:${id}`;
}

export function targetOf(text: string): RuleTarget {
	const [type, id = ""] = text.split(":");
	return { type: type as RuleTarget["type"], id };
}

/** Resources and endpoints, by name or address. */
export const targetSource: ReferenceSource = {
	noun: "rule_targets",
	find: async (client, search) => {
		const [resources, endpoints] = await Promise.all([
			client.networkResources.list(offered(search)),
			client.endpoints.list(offered(search)),
		]);
		return [
			...resources.data.map(({ id, type, name, address }) => ({
				value: targetText({ type, id }),
				label: name,
				description: address,
			})),
			...endpoints.data.map(({ id, name, ip }) => ({
				value: targetText({ type: "endpoint", id }),
				label: name,
				description: ["Endpoint", ip].filter(Boolean).join(", "),
			})),
		];
	},
	named: async (client, text) => {
		const { type, id } = targetOf(text);
		const named =
			type === "endpoint" ? client.endpoints : client.networkResources;
		return (await named.get({ id })).name;
	},
};
