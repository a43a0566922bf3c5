import { Link } from "@tanstack/react-router";
import type { Tenant } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import type { MenuItem } from "../../kit/menu.tsx";
import type { TenantDialog } from "./tenant-dialogs.tsx";
import { hasJoined } from "./tenant-status.tsx";

/** What can be done to a tenant, as lines of a menu, as far as one may. */
export function useTenantMenu(
	tenant: Tenant,
	open: (dialog: TenantDialog) => void,
): MenuItem[] {
	const { may } = useReeve();
	const resume = useResume(tenant);
	const invite = useInvite(tenant);
	const isTenant = hasJoined(tenant);
	const { status } = tenant;
	const params = { account: tenant.account_id, id: tenant.id };
	return [
		may("tenants.update") &&
			isTenant && {
				label: "Edit…",
				render: <Link to="/a/$account/tenants/$id/edit" params={params} />,
			},
		may("tenants.invite") &&
			status === "existing" && {
				label: "Invite",
				onSelect: () => invite.mutate(undefined),
			},
		may("tenants.subscribe") &&
			isTenant && {
				label: "Note the plan…",
				onSelect: () => open("subscribe"),
			},
		may("tenants.suspend") &&
			isTenant &&
			status !== "suspended" && {
				label: "Suspend…",
				onSelect: () => open("suspend"),
			},
		may("tenants.resume") &&
			status === "suspended" && {
				label: "Resume",
				onSelect: () => resume.mutate(undefined),
			},
		(may("tenants.unlink") || may("tenants.delete")) && "separator",
		may("tenants.unlink") &&
			isTenant && { label: "Let go…", onSelect: () => open("unlink") },
		may("tenants.delete") && {
			label: isTenant ? "Delete…" : "Forget…",
			danger: true,
			onSelect: () => open("delete"),
		},
	];
}

/** Lets people work in a suspended tenant again. */
export function useResume({ id, name }: Tenant) {
	return useWrite<void, unknown>({
		call: ({ client }) => client.tenants.resume({ id }),
		changes: ["tenants", "reach", "audit"],
		done: `${name} is active again`,
	});
}

/** Asks an existing account to become a tenant. */
export function useInvite({ id, name }: Tenant) {
	return useWrite<void, unknown>({
		call: ({ client }) => client.tenants.invite({ id }),
		changes: ["tenants", "audit"],
		done: `${name} was asked; its owner answers`,
	});
}
