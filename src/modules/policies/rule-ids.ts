import { invalid } from "../../kernel/index.ts";
import type { RuleInput } from "./policy-rule.ts";

/**
 * Refuses ids that are not of rules the policy has: an id is given by the server, and a rule never moves between
 * policies. @throws invalid (`invalid_rule_id`)
 */
export function requireOwnRules(
	rules: readonly RuleInput[],
	ownIds: readonly string[],
): void {
	const at = rules.findIndex(
		({ id }) => id !== undefined && !ownIds.includes(id),
	);
	if (at < 0) return;
	const id = rules[at]?.id as string;
	throw invalid(
		`rules/${at}/id`,
		"invalid_rule_id",
		`the policy has no rule ${id}`,
		{ id },
	);
}

/**
 * Which ids the rules get: a known rule keeps its own; of the new ones the first gets the policy's id unless another
 * rule has it, as clients expect of a policy with one rule; for the others null says that a new number is drawn.
 */
export function ruleIds(
	policyId: string,
	rules: readonly RuleInput[],
): (string | null)[] {
	let free = !rules.some(({ id }) => id === policyId);
	return rules.map(({ id }) => {
		if (id !== undefined) return id;
		if (!free) return null;
		free = false;
		return policyId;
	});
}
