import Type, { type Static } from "typebox";
import { Id, object, oneOf } from "../../kernel/index.ts";

/** One thing as a side of a rule: a resource of a network, or an endpoint. */
export const RuleTarget = object({
	id: Id,
	type: oneOf(["host", "subnet", "domain", "endpoint"]),
});
export type RuleTarget = Static<typeof RuleTarget>;

const Port = Type.Integer({ minimum: 1, maximum: 65_535 });

const side = (whose: string) =>
	Type.Optional(
		Type.Union([Type.Array(Id, { maxItems: 1000 }), Type.Null()], {
			description: `Groups at the ${whose}; or else name one resource`,
		}),
	);

const sideResource = (whose: string) =>
	Type.Optional(
		Type.Union([RuleTarget, Type.Null()], {
			description: `One resource or endpoint at the ${whose}; or else name groups`,
		}),
	);

export const ruleFields = {
	name: Type.Optional(Type.String({ maxLength: 255 })),
	description: Type.Optional(Type.String({ maxLength: 1000 })),
	enabled: Type.Optional(Type.Boolean({ description: "On unless said" })),
	action: oneOf(["accept", "drop"]),
	bidirectional: Type.Optional(
		Type.Boolean({ description: "Whether it also holds the other way round" }),
	),
	protocol: oneOf(["all", "tcp", "udp", "icmp", "netbird-ssh"]),
	ports: Type.Optional(
		Type.Array(Port, {
			maxItems: 1000,
			description: "Single ports; all ports when neither these nor ranges are",
		}),
	),
	port_ranges: Type.Optional(
		Type.Array(object({ start: Port, end: Port }), { maxItems: 1000 }),
	),
	authorized_groups: Type.Optional(
		Type.Union(
			[
				Type.Unsafe<Record<string, string[]>>({
					type: "object",
					propertyNames: { pattern: "^[1-9][0-9]{0,17}$" },
					maxProperties: 1000,
					additionalProperties: {
						type: "array",
						maxItems: 1000,
						items: { type: "string", maxLength: 255 },
					},
				}),
				Type.Null(),
			],
			{
				description:
					"For remote shells: the local user names that members of each source group may use",
			},
		),
	),
	sources: side("source"),
	source_resource: sideResource("source"),
	destinations: side("destination"),
	destination_resource: sideResource("destination"),
};

/** A rule as it is sent. The id is that of a rule the policy has; a rule without one is new. */
export const RuleInput = object({ id: Type.Optional(Id), ...ruleFields });
export type RuleInput = Static<typeof RuleInput>;
