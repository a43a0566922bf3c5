import type { Tenant } from "../../../../generated/client.ts";
import { StatusDot, type StatusKind } from "../../kit/status-dot.tsx";

/** The words of a tenant's status. */
export const tenantStatuses: Record<
	Tenant["status"],
	{ kind: StatusKind; word: string }
> = {
	active: { kind: "success", word: "Active" },
	pending: { kind: "info", word: "Unproven" },
	suspended: { kind: "danger", word: "Suspended" },
	invited: { kind: "info", word: "Invited" },
	existing: { kind: "neutral", word: "No tenant yet" },
};

export function TenantStatus({ status }: Pick<Tenant, "status">) {
	const { kind, word } = tenantStatuses[status];
	return <StatusDot kind={kind}>{word}</StatusDot>;
}

/** Whether it is a tenant, not an account that was only found or asked. */
export function hasJoined({ status }: Pick<Tenant, "status">): boolean {
	return status !== "existing" && status !== "invited";
}
