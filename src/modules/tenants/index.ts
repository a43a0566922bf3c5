import type { AnyOperation } from "../../kernel/index.ts";
import { answerInvite } from "./answer-invite.ts";
import { createTenant } from "./create-tenant.ts";
import { deleteTenant } from "./delete-tenant.ts";
import { getTenant } from "./get-tenant.ts";
import { getTenantUsage } from "./get-tenant-usage.ts";
import { inviteTenant } from "./invite-tenant.ts";
import { listReceivedInvitations } from "./list-received-invitations.ts";
import { listTenants } from "./list-tenants.ts";
import { subscribeTenant } from "./subscribe-tenant.ts";
import { resumeTenant, suspendTenant } from "./suspend-tenant.ts";
import { unlinkTenant } from "./unlink-tenant.ts";
import { updateTenant } from "./update-tenant.ts";
import { verifyDomain } from "./verify-domain.ts";

export const tenantOperations: readonly AnyOperation[] = [
	listTenants,
	getTenant,
	createTenant,
	updateTenant,
	deleteTenant,
	suspendTenant,
	resumeTenant,
	unlinkTenant,
	inviteTenant,
	verifyDomain,
	subscribeTenant,
	getTenantUsage,
	listReceivedInvitations,
	answerInvite,
];
