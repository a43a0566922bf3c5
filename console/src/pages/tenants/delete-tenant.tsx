import { useQuery } from "@tanstack/react-query";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { countOf } from "../../format/plurals.ts";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
import { useTenantCounts } from "./tenant-counts.ts";
import type { TenantDialogProps } from "./tenant-dialogs.tsx";
import { hasJoined } from "./tenant-status.tsx";
import classes from "./tenants.module.css";

/** Asks before a tenant goes with everything in it; its name is typed. One that never joined is only forgotten. */
export function DeleteTenant({ tenant, onClose, onGone }: TenantDialogProps) {
	const { id, name } = tenant;
	const isTenant = hasJoined(tenant);
	const write = useWrite({
		call: ({ client }) => client.tenants.delete({ id }),
		changes: ["tenants", "grants", "reach", "accounts"],
		done: isTenant ? `${name} was deleted` : `${name} was forgotten`,
		quiet: true,
		leave: onGone,
	});
	return (
		<ConfirmDialog
			open
			onClose={onClose}
			title={isTenant ? `Delete ${name} for good?` : `Forget ${name}?`}
			action={isTenant ? "Delete tenant" : "Forget"}
			typeToConfirm={isTenant ? name : undefined}
			onConfirm={() => write.mutateAsync(undefined)}
		>
			{isTenant ? (
				<TakenAlong tenant={tenant} />
			) : (
				<p>An open invitation is withdrawn. The account itself stays.</p>
			)}
		</ConfirmDialog>
	);
}

/** What goes with it, counted. */
function TakenAlong({ tenant }: Pick<TenantDialogProps, "tenant">) {
	const { client, accountParam, may } = useReeve();
	const { id } = tenant;
	const counts = useTenantCounts(tenant);
	const usage = useQuery({
		queryKey: [accountParam, "tenants", id, "usage"],
		queryFn: ({ signal }) => client.tenants.usage({ id }, { signal }),
		enabled: may("tenants.usage"),
	});
	if (counts.isPending) return <SkeletonLines lines={4} />;
	const held = counts.data;
	const users = usage.data?.total_users ?? held?.users ?? 0;
	return (
		<>
			<p>
				<b>All of this goes at once, and nothing brings it back:</b>
			</p>
			<ul className={classes.taken}>
				<li>
					{countOf(users, "person", "people")}, with their keys and tokens
				</li>
				<li>{countOf(held?.devices ?? 0, "device")}</li>
				<li>
					{countOf(held?.endpoints ?? 0, "endpoint")}
					{held?.endpoints_online
						? `, ${held.endpoints_online} of them online`
						: ""}
				</li>
				<li>its networks, policies, groups and grants</li>
			</ul>
			<p>Only its audit log stays. Suspending can be undone.</p>
		</>
	);
}
