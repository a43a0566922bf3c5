import { invalid, type ReeveError } from "../../kernel/index.ts";
import type { RuleInput } from "./policy-rule.ts";

type Side = "source" | "destination";

/**
 * What must hold within each rule, whatever the account has. The reasons: `rule_id_repeated`,
 * `sources_and_resource`, `destinations_and_resource`, `no_sources`, `no_destinations`, `ports_and_port_ranges`,
 * `ports_not_allowed`, `port_range_reversed`, `authorized_group_missing`.
 * @throws invalid
 */
export function checkRules(rules: readonly RuleInput[]): void {
	const ids = new Set<string>();
	for (const [position, rule] of rules.entries()) {
		const at = `rules/${position}`;
		if (rule.id !== undefined && ids.has(rule.id))
			throw invalid(
				`${at}/id`,
				"rule_id_repeated",
				`two rules have the id ${rule.id}`,
				{ id: rule.id },
			);
		if (rule.id !== undefined) ids.add(rule.id);
		checkSide(rule, "source", at);
		checkSide(rule, "destination", at);
		checkPorts(rule, at);
		checkAuthorizedGroups(rule, at);
	}
}

/** A side is a list of groups, which may be empty, or one resource. */
function checkSide(rule: RuleInput, side: Side, at: string): void {
	const groups = rule[`${side}s`];
	const resource = rule[`${side}_resource`];
	if (groups && resource)
		throw fault(
			at,
			`${side}s`,
			`${side}s_and_resource`,
			`give either ${side}s or ${side}_resource, not both`,
		);
	if (!groups && !resource)
		throw fault(
			at,
			`${side}s`,
			`no_${side}s`,
			`either ${side}s or ${side}_resource is required`,
		);
}

function checkPorts(rule: RuleInput, at: string): void {
	const { ports = [], port_ranges: ranges = [], protocol } = rule;
	if (ports.length > 0 && ranges.length > 0)
		throw fault(
			at,
			"ports",
			"ports_and_port_ranges",
			"give either single ports or ranges of them, not both",
		);
	if (
		(protocol === "all" || protocol === "icmp") &&
		ports.length + ranges.length > 0
	)
		throw fault(
			at,
			"ports",
			"ports_not_allowed",
			`the protocol ${protocol} has no ports`,
		);
	if (ranges.some(({ start, end }) => start > end))
		throw fault(
			at,
			"port_ranges",
			"port_range_reversed",
			"a range of ports starts with the lower one",
		);
}

function checkAuthorizedGroups(rule: RuleInput, at: string): void {
	const { authorized_groups: authorized, protocol, sources } = rule;
	if (protocol !== "netbird-ssh" || !authorized) return;
	if (Object.keys(authorized).length === 0) return;
	const missing = sources?.find((id) => !Object.hasOwn(authorized, id));
	if (missing === undefined) return;
	throw invalid(
		`${at}/authorized_groups`,
		"authorized_group_missing",
		`authorized_groups must say something for each source group, and does not for ${missing}`,
		{ id: missing },
	);
}

function fault(
	at: string,
	field: string,
	rule: string,
	message: string,
): ReeveError {
	return invalid(`${at}/${field}`, rule, message);
}
