import type {
	PoliciesCreateInput,
	Policy,
} from "../../../../generated/client.ts";
import { portFault, portsOf, portTexts } from "./ports.ts";
import { type RuleTarget, targetOf, targetText } from "./rule-target.ts";

type Rule = Policy["rules"][number];
type RuleInput = PoliciesCreateInput["rules"][number];

/** One side of a rule in the form: groups, or one resource or endpoint. */
export interface SideDraft {
	by: "groups" | "target";
	groups: string[];
	/** As `targetText` writes it. */
	target: string | null;
}

/** A rule as the form holds it. */
export interface RuleDraft
	extends Pick<
		Rule,
		"name" | "description" | "enabled" | "action" | "bidirectional" | "protocol"
	> {
	/** Tells rules apart while they are edited. */
	key: string;
	/** Of a rule that the policy has. */
	id?: string | undefined;
	ports: string[];
	source: SideDraft;
	destination: SideDraft;
	authorized_groups: Rule["authorized_groups"];
}

/** What is wrong with a rule, by its parts. */
export type RuleFaults = Partial<
	Record<"source" | "destination" | "ports", string>
>;

export function newRule(): RuleDraft {
	return {
		key: crypto.randomUUID(),
		name: "",
		description: "",
		enabled: true,
		action: "accept",
		bidirectional: false,
		protocol: "tcp",
		ports: [],
		source: { by: "groups", groups: [], target: null },
		destination: { by: "groups", groups: [], target: null },
		authorized_groups: null,
	};
}

export function ruleDraft(rule: Rule): RuleDraft {
	return {
		...rule,
		key: rule.id,
		ports: portTexts(rule),
		source: sideDraft(rule.sources, rule.source_resource),
		destination: sideDraft(rule.destinations, rule.destination_resource),
	};
}

function sideDraft(
	groups: readonly { id: string }[],
	target: RuleTarget | null,
): SideDraft {
	return {
		by: target ? "target" : "groups",
		groups: groups.map(({ id }) => id),
		target: target && targetText(target),
	};
}

/** The rule as the server takes it. */
export function ruleInput(draft: RuleDraft): RuleInput {
	const { id, name, description, enabled, action, protocol } = draft;
	const { source, destination, bidirectional } = draft;
	const ports = hasPorts(draft) ? draft.ports : [];
	return {
		...(id === undefined ? {} : { id }),
		name,
		description,
		enabled,
		action,
		bidirectional,
		protocol,
		...portsOf(ports),
		authorized_groups: authorizedOf(draft),
		...(source.by === "groups"
			? { sources: source.groups }
			: { source_resource: targetOf(source.target ?? "") }),
		...(destination.by === "groups"
			? { destinations: destination.groups }
			: { destination_resource: targetOf(destination.target ?? "") }),
	};
}

/** Who may use which local names is kept for groups that stay; the server wants a word about each that joined. */
function authorizedOf({
	protocol,
	source,
	authorized_groups: former,
}: RuleDraft): Rule["authorized_groups"] {
	if (protocol !== "netbird-ssh" || !former) return null;
	if (Object.keys(former).length === 0) return former;
	return Object.fromEntries(source.groups.map((id) => [id, former[id] ?? []]));
}

export function hasPorts({ protocol }: Pick<RuleDraft, "protocol">): boolean {
	return protocol !== "all" && protocol !== "icmp";
}

/** Only what is plainly missing or wrong. */
export function ruleFaults(draft: RuleDraft): RuleFaults {
	const port = hasPorts(draft)
		? draft.ports.find((text) => portFault(text) !== undefined)
		: undefined;
	return {
		...(isEmpty(draft.source) ? { source: "Say who." } : {}),
		...(isEmpty(draft.destination) ? { destination: "Say whom." } : {}),
		...(port === undefined ? {} : { ports: `“${port}” is no port.` }),
	};
}

function isEmpty({ by, groups, target }: SideDraft): boolean {
	return by === "groups" ? groups.length === 0 : target === null;
}
