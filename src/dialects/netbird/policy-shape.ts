import {
	type GroupSummary,
	groupMinimumSchema,
	resourceReferenceSchema,
	toGroupMinimum,
} from "./group-shape.ts";
import { flag, integer, listOf, oneOf, shape, text } from "./schemas.ts";

export interface Target {
	id: string;
	type: string;
}

/** A policy as the core shows it. */
export interface Policy {
	id: string;
	name: string;
	description: string;
	enabled: boolean;
	rules: PolicyRule[];
}

export interface PolicyRule {
	id: string;
	name: string;
	description: string;
	enabled: boolean;
	action: string;
	bidirectional: boolean;
	protocol: string;
	ports: number[];
	port_ranges: { start: number; end: number }[];
	authorized_groups: Record<string, string[]> | null;
	sources: GroupSummary[];
	source_resource: Target | null;
	destinations: GroupSummary[];
	destination_resource: Target | null;
}

export function toWirePolicy(policy: Policy) {
	return {
		id: policy.id,
		name: policy.name,
		description: policy.description,
		enabled: policy.enabled,
		source_posture_checks: [],
		rules: policy.rules.map(toWireRule),
	};
}

/** What was not set is not shown, but for the two lists of groups. */
function toWireRule(rule: PolicyRule) {
	const { id, name, description, enabled, action, bidirectional, protocol } =
		rule;
	const { ports, port_ranges, authorized_groups } = rule;
	return {
		id,
		name,
		description,
		enabled,
		action,
		bidirectional,
		protocol,
		...(ports.length > 0 ? { ports: ports.map(String) } : {}),
		...(port_ranges.length > 0 ? { port_ranges } : {}),
		...(authorized_groups ? { authorized_groups } : {}),
		sources: rule.sources.map(toSource),
		...(rule.source_resource
			? { sourceResource: toWireTarget(rule.source_resource) }
			: {}),
		destinations: rule.destinations.map(toGroupMinimum),
		...(rule.destination_resource
			? { destinationResource: toWireTarget(rule.destination_resource) }
			: {}),
	};
}

/** The vendor counts no resources of a source: nothing ever starts from one. */
function toSource(group: GroupSummary) {
	return { ...toGroupMinimum(group), resources_count: 0 };
}

function toWireTarget({ id, type }: Target): Target {
	return { id, type: type === "endpoint" ? "peer" : type };
}

const ruleFields = {
	name: text,
	"description?": text,
	enabled: flag,
	action: oneOf("accept", "drop"),
	bidirectional: flag,
	protocol: oneOf("all", "tcp", "udp", "icmp", "netbird-ssh"),
	"ports?": listOf(text),
	"port_ranges?": listOf(shape({ start: integer, end: integer })),
	"authorized_groups?": {
		type: "object",
		additionalProperties: listOf(text),
	},
	"sourceResource?": resourceReferenceSchema,
	"destinationResource?": resourceReferenceSchema,
};

export const policySchema = shape({
	id: text,
	name: text,
	description: text,
	enabled: flag,
	source_posture_checks: listOf(text),
	rules: listOf(
		shape({
			id: text,
			...ruleFields,
			sources: listOf(groupMinimumSchema),
			destinations: listOf(groupMinimumSchema),
		}),
	),
});

export const policyRequestSchema = shape({
	name: text,
	"description?": text,
	enabled: flag,
	"source_posture_checks?": listOf(text),
	rules: listOf(
		shape({
			"id?": text,
			...ruleFields,
			"sources?": listOf(text),
			"destinations?": listOf(text),
		}),
	),
});

const rule = {
	name: "HTTPS",
	enabled: true,
	action: "accept",
	bidirectional: false,
	protocol: "tcp",
	ports: ["443"],
};

export const policyRequestExample = {
	name: "Web",
	enabled: true,
	rules: [{ ...rule, sources: ["1000041"], destinations: ["1000042"] }],
};

const minimum = { peers_count: 3, resources_count: 0 };

export const policyExample = {
	id: "1000070",
	name: "Web",
	description: "",
	enabled: true,
	source_posture_checks: [],
	rules: [
		{
			...rule,
			id: "1000070",
			description: "",
			sources: [{ id: "1000041", name: "Staff", ...minimum }],
			destinations: [{ id: "1000042", name: "Web servers", ...minimum }],
		},
	],
};
