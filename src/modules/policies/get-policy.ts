import { Id, object, operation } from "../../kernel/index.ts";
import { Policy, policyExample } from "./policy.ts";
import { policies } from "./policy-store.ts";

export const getPolicy = operation({
	id: "policies.get",
	module: "policies",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/policies/{id}",
	summary: "Read one access policy.",
	input: object({ id: Id }),
	output: Policy,
	example: { input: { id: policyExample.id }, output: policyExample },
	handler: (ctx, { id }) => policies.get(ctx, id),
});
