import type { WireCall, WireRoute } from "../dialect.ts";
import {
	type Policy,
	policyExample,
	policyRequestExample,
	policyRequestSchema,
	policySchema,
	toWirePolicy,
} from "./policy-shape.ts";
import { Refusal, reworded, when } from "./refusal.ts";
import { type RuleInput, readRule } from "./rule-fields.ts";
import { listOf, nothing } from "./schemas.ts";
import { allRows, bodyOf, done, isId, ok, pathId } from "./wire.ts";
import { withoutUnknown } from "./without-unknown.ts";

const tag = "Policies";
const body = { schema: policyRequestSchema, example: policyRequestExample };
const answers = {
	200: {
		description: "The policy",
		schema: policySchema,
		example: policyExample,
	},
};

export const policyRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: "/api/policies",
		operation: "policies.list",
		document: {
			summary: "List access policies",
			tag,
			answers: {
				200: {
					description: "The policies",
					schema: listOf(policySchema),
					example: [policyExample],
				},
			},
		},
		async handle(call) {
			const policies = await allRows<Policy>(call, "policies.list");
			return ok(policies.map(toWirePolicy));
		},
	},
	{
		method: "POST",
		path: "/api/policies",
		operation: "policies.create",
		document: { summary: "Create an access policy", tag, body, answers },
		async handle(call) {
			const { rules, ...fields } = policyFields(call);
			// Rules of a new policy have no ids yet, whatever was sent.
			const fresh = rules.map(({ id: _id, ...rule }) => rule);
			return store(call, "policies.create", fields, fresh);
		},
	},
	{
		method: "GET",
		path: "/api/policies/:policyId",
		operation: "policies.get",
		document: { summary: "Read an access policy", tag, answers },
		async handle(call) {
			const id = pathId(call, "policyId", "policy");
			return ok(toWirePolicy(await call.run("policies.get", { id })));
		},
	},
	{
		method: "PUT",
		path: "/api/policies/:policyId",
		operation: "policies.update",
		document: { summary: "Replace an access policy", tag, body, answers },
		async handle(call) {
			const { rules, ...fields } = policyFields(call);
			const id = pathId(call, "policyId", "policy");
			const foreign = rules.find(
				(rule) => rule.id !== undefined && !isId(rule.id),
			);
			if (foreign) throw new Refusal(422, `invalid rule id: ${foreign.id}`);
			return store(call, "policies.update", { id, ...fields }, rules);
		},
	},
	{
		method: "DELETE",
		path: "/api/policies/:policyId",
		operation: "policies.delete",
		document: {
			summary: "Delete an access policy",
			tag,
			answers: { 200: { description: "Done", schema: nothing } },
		},
		async handle(call) {
			const id = pathId(call, "policyId", "policy");
			await call.run("policies.delete", { id });
			return done;
		},
	},
];

function policyFields(call: WireCall) {
	const fields = bodyOf(call);
	const name = fields.text("name");
	const rules = fields.objects("rules") ?? [];
	// There are no posture checks here, and ones that nobody knows are dropped; the list must still be a list.
	fields.texts("source_posture_checks");
	if (name === "") throw new Refusal(422, "policy name shouldn't be empty");
	if (rules.length === 0)
		throw new Refusal(422, "policy rules shouldn't be empty");
	return {
		name,
		description: fields.text("description"),
		enabled: fields.flag("enabled"),
		rules: rules.map(readRule),
	};
}

/** Groups that are gone are dropped from the rules, as this wire does; the order of those left is kept. */
async function store(
	call: WireCall,
	operation: string,
	fields: Record<string, unknown>,
	rules: readonly RuleInput[],
) {
	const named = { groups: [...new Set(rules.flatMap(groupsOf))] };
	const policy: Policy = await withoutUnknown(named, ({ groups }) =>
		reworded(
			call.run(operation, {
				...fields,
				rules: rules.map((rule) => onlyGroups(rule, new Set(groups))),
			}),
			when("invalid_rule_id", 422, ({ id }) => `invalid rule id: ${id}`),
			when("unknown_resource", 422, ({ id }) => `resource not found: ${id}`),
		),
	);
	return ok(toWirePolicy(policy));
}

function groupsOf(rule: RuleInput): string[] {
	return [
		...(rule.sources ?? []),
		...(rule.destinations ?? []),
		...Object.keys(rule.authorized_groups ?? {}),
	];
}

function onlyGroups(rule: RuleInput, known: ReadonlySet<string>): RuleInput {
	const { sources, destinations, authorized_groups: authorized } = rule;
	const isKnown = (id: string) => known.has(id);
	return {
		...rule,
		...(sources && { sources: sources.filter(isKnown) }),
		...(destinations && { destinations: destinations.filter(isKnown) }),
		...(authorized && {
			authorized_groups: Object.fromEntries(
				Object.entries(authorized).filter(([id]) => isKnown(id)),
			),
		}),
	};
}
