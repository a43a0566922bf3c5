import { useState } from "react";
import type { Group } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { Button } from "../../kit/button.tsx";
import { Section } from "../../kit/section.tsx";
import { GrantForm } from "../grants/grant-form.tsx";
import { GrantsList } from "../grants/grants-list.tsx";
import { useGranting } from "../grants/use-granting.tsx";

/** The tenants that a group reaches, and the way to more. */
export function GroupTenants({ group: { id, name } }: { group: Group }) {
	const { may } = useReeve();
	const [isGranting, setGranting] = useState(false);
	const granting = useGranting();
	const grant = may("grants.create") ? (
		<Button onClick={() => setGranting(true)}>Grant tenants</Button>
	) : null;
	return (
		<Section
			title="Reaches these tenants"
			description="Everybody in the group works there with the role of the grant."
			actions={grant}
		>
			{granting.view}
			<GrantsList
				of={{ group_id: id }}
				searchHint="Search tenant"
				maxHeight={420}
				action={grant}
				emptyText="Nobody gets into a tenant through this group."
			/>
			{isGranting ? (
				<GrantForm
					group={{ value: id, label: name }}
					onClose={() => setGranting(false)}
					onSeveral={granting.start}
				/>
			) : null}
		</Section>
	);
}
