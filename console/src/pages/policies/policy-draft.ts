import type {
	PoliciesCreateInput,
	Policy,
} from "../../../../generated/client.ts";
import type { FieldErrors } from "../../form/form-state.ts";
import { needsName } from "../../form/needs-name.ts";
import {
	newRule,
	type RuleDraft,
	ruleDraft,
	ruleFaults,
	ruleInput,
} from "./rule-draft.ts";

/** A policy as the form holds it. */
export interface PolicyDraft {
	name: string;
	description: string;
	enabled: boolean;
	rules: RuleDraft[];
}

export function newPolicy(): PolicyDraft {
	return { name: "", description: "", enabled: true, rules: [newRule()] };
}

export function policyDraft(policy: Policy): PolicyDraft {
	const { name, description, enabled, rules } = policy;
	return { name, description, enabled, rules: rules.map(ruleDraft) };
}

export function policyInput(draft: PolicyDraft): PoliciesCreateInput {
	return { ...draft, rules: draft.rules.map(ruleInput) };
}

/** Only what is plainly missing; which rule lacks what, the rules show themselves. */
export function missingIn(draft: PolicyDraft): FieldErrors<PolicyDraft> {
	const isFaulty = draft.rules.some(
		(rule) => Object.keys(ruleFaults(rule)).length > 0,
	);
	return {
		...needsName(draft),
		...(isFaulty ? { rules: "A rule is not complete." } : {}),
	};
}
