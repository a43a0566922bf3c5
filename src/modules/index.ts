import type { AnyOperation } from "../kernel/index.ts";
import { accountOperations } from "./accounts/index.ts";
import { attentionOperations } from "./attention/index.ts";
import { auditOperations } from "./audit/index.ts";
import { deviceOperations } from "./devices/index.ts";
import { dnsPolicyOperations } from "./dns-policies/index.ts";
import { endpointOperations } from "./endpoints/index.ts";
import { grantOperations } from "./grants/index.ts";
import { groupOperations } from "./groups/index.ts";
import { identityProviderOperations } from "./identity-providers/index.ts";
import { keyOperations } from "./keys/index.ts";
import { limitOperations } from "./limits/index.ts";
import { networkResourceOperations } from "./network-resources/index.ts";
import { networkRouterOperations } from "./network-routers/index.ts";
import { networkOperations } from "./networks/index.ts";
import { passwordResetOperations } from "./password-resets/index.ts";
import { policyOperations } from "./policies/index.ts";
import { probeOperations } from "./probes/index.ts";
import { regionOperations } from "./regions/index.ts";
import { registeredNetworkOperations } from "./registered-networks/index.ts";
import { rightsOperations } from "./rights/index.ts";
import { secondFactorOperations } from "./second-factor-enrolment/index.ts";
import { sessionOperations } from "./sessions/index.ts";
import { setupKeyOperations } from "./setup-keys/index.ts";
import { signInOperations } from "./sign-in/index.ts";
import { tenantOperations } from "./tenants/index.ts";
import { userInviteOperations } from "./user-invites/index.ts";
import { userOperations } from "./users/index.ts";

/** Every operation of the product, in the order the reference shows them. */
export const operations: readonly AnyOperation[] = [
	...rightsOperations,
	...limitOperations,
	...accountOperations,
	...attentionOperations,
	...identityProviderOperations,
	...tenantOperations,
	...grantOperations,
	...userOperations,
	...passwordResetOperations,
	...userInviteOperations,
	...groupOperations,
	...keyOperations,
	...setupKeyOperations,
	...endpointOperations,
	...policyOperations,
	...networkOperations,
	...networkResourceOperations,
	...networkRouterOperations,
	...auditOperations,
	...dnsPolicyOperations,
	...registeredNetworkOperations,
	...regionOperations,
	...probeOperations,
	...deviceOperations,
	...sessionOperations,
	...secondFactorOperations,
	...signInOperations,
];
