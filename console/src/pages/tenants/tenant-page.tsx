import { useNavigate, useParams } from "@tanstack/react-router";
import ChevronDown from "lucide-react/icons/chevron-down";
import { useState } from "react";
import type { Tenant } from "../../../../generated/client.ts";
import { ThingPage } from "../../app/thing-page.tsx";
import { Button } from "../../kit/button.tsx";
import { Menu } from "../../kit/menu.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { DomainProof } from "./domain-proof.tsx";
import { GoIn } from "./go-in.tsx";
import { useTenantMenu } from "./tenant-actions.tsx";
import { TenantActivity } from "./tenant-activity.tsx";
import { TenantBanner } from "./tenant-banner.tsx";
import { type TenantDialog, TenantDialogs } from "./tenant-dialogs.tsx";
import { TenantFacts } from "./tenant-facts.tsx";
import { TenantFigures } from "./tenant-figures.tsx";
import { TenantReach } from "./tenant-reach.tsx";
import { hasJoined, TenantStatus } from "./tenant-status.tsx";
import classes from "./tenants.module.css";

/** One tenant: how it is, who reaches it, what was done lately. */
export function TenantPage() {
	const { id } = useParams({ from: "/signed-in/a/$account/tenants/$id" });
	return (
		<ThingPage
			noun="tenants"
			what="Tenant"
			id={id}
			get={(client) => client.tenants.get}
			list={{ to: "/a/$account/tenants", label: "Tenants" }}
			status={({ status }) => <TenantStatus status={status} />}
			actions={(tenant) => <Actions tenant={tenant} />}
		>
			{(tenant) => <Sections tenant={tenant} />}
		</ThingPage>
	);
}

function Sections({ tenant }: { tenant: Tenant }) {
	const isTenant = hasJoined(tenant);
	return (
		<div className={classes.sections}>
			<TenantBanner tenant={tenant} />
			{isTenant ? <TenantFigures tenant={tenant} /> : null}
			{tenant.status === "pending" ? <DomainProof tenant={tenant} /> : null}
			<TenantReach tenant={tenant} />
			<TenantFacts tenant={tenant} />
			{isTenant ? <TenantActivity tenant={tenant} /> : null}
			<ObjectHistory type="tenant" id={tenant.id} />
		</div>
	);
}

function Actions({ tenant }: { tenant: Tenant }) {
	const [open, setOpen] = useState<TenantDialog>();
	const navigate = useNavigate();
	const items = useTenantMenu(tenant, setOpen);
	return (
		<>
			{items.some((item) => item && item !== "separator") ? (
				<Menu
					trigger={
						<Button icon={<ChevronDown aria-hidden="true" />}>Actions</Button>
					}
					items={items}
				/>
			) : null}
			<GoIn tenant={tenant} />
			<TenantDialogs
				tenant={tenant}
				open={open}
				onClose={() => setOpen(undefined)}
				onGone={() =>
					navigate({
						to: "/a/$account/tenants",
						params: { account: tenant.account_id },
					})
				}
			/>
		</>
	);
}
