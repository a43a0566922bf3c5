import { useState } from "react";
import type { Tenant } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { Button } from "../../kit/button.tsx";
import { Section } from "../../kit/section.tsx";
import { GrantForm } from "../grants/grant-form.tsx";
import { GrantsList } from "../grants/grants-list.tsx";
import { ReachList } from "../grants/reach-list.tsx";
import { useGranting } from "../grants/use-granting.tsx";
import { hasJoined } from "./tenant-status.tsx";

/** Which groups reach a tenant, and which people that makes. */
export function TenantReach({ tenant }: { tenant: Tenant }) {
	const { may } = useReeve();
	return (
		<>
			{may("grants.list") ? <Groups tenant={tenant} /> : null}
			{may("grants.reach") && hasJoined(tenant) ? (
				<Section
					title="People who reach it"
					description="Yours, through the groups above. What they do there is noted in the tenant's own log as External."
				>
					<ReachList of="tenant" id={tenant.id} />
				</Section>
			) : null}
		</>
	);
}

function Groups({ tenant: { id, name } }: { tenant: Tenant }) {
	const { may } = useReeve();
	const [isGranting, setGranting] = useState(false);
	const granting = useGranting();
	const grant = may("grants.create") ? (
		<Button onClick={() => setGranting(true)}>Grant to a group</Button>
	) : null;
	return (
		<Section title="Groups that reach it" actions={grant}>
			{granting.view}
			<GrantsList
				of={{ tenant_id: id }}
				maxHeight={320}
				action={grant}
				emptyText="None of your people gets in."
			/>
			{isGranting ? (
				<GrantForm
					tenants={[{ value: id, label: name }]}
					onClose={() => setGranting(false)}
					onSeveral={granting.start}
				/>
			) : null}
		</Section>
	);
}
