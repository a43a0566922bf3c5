import type { AnyOperation } from "../../kernel/index.ts";
import { assignDnsPolicy } from "./assign-dns-policy.ts";
import { createDnsPolicy } from "./create-dns-policy.ts";
import { deleteDnsPolicy } from "./delete-dns-policy.ts";
import { getDnsPolicy } from "./get-dns-policy.ts";
import { listDnsPolicies } from "./list-dns-policies.ts";
import { listDnsPolicyIdentities } from "./list-identities.ts";
import { listPoliciesOfIdentity } from "./list-policies-of-identity.ts";
import { unassignDnsPolicy } from "./unassign-dns-policy.ts";
import { updateDnsPolicy } from "./update-dns-policy.ts";

export const dnsPolicyOperations: readonly AnyOperation[] = [
	listDnsPolicies,
	getDnsPolicy,
	createDnsPolicy,
	updateDnsPolicy,
	deleteDnsPolicy,
	listDnsPolicyIdentities,
	assignDnsPolicy,
	unassignDnsPolicy,
	listPoliciesOfIdentity,
];

export { forgetIdentity } from "./identity-store.ts";
