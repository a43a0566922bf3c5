import { useState } from "react";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Button } from "../../kit/button.tsx";
import { GrantForm } from "./grant-form.tsx";
import { GrantsList } from "./grants-list.tsx";
import { ProviderOnly } from "./provider-only.tsx";
import { useGranting } from "./use-granting.tsx";

/** Which groups of a provider reach which tenants. */
export function GrantsPage() {
	const { may } = useReeve();
	const [isGranting, setGranting] = useState(false);
	const granting = useGranting();
	const grant = may("grants.create") ? (
		<Button variant="primary" onClick={() => setGranting(true)}>
			Grant tenants
		</Button>
	) : null;
	return (
		<Page
			title="Grants"
			description="Which groups of people reach which tenants, and with which role. What they do there is noted in the tenant's own log as External."
			actions={grant}
		>
			<ProviderOnly what="Grants">
				{granting.view}
				<GrantsList
					searchHint="Search group or tenant"
					action={grant}
					emptyText="A grant lets everybody in a group work in a tenant."
				/>
				{isGranting ? (
					<GrantForm
						onClose={() => setGranting(false)}
						onSeveral={granting.start}
					/>
				) : null}
			</ProviderOnly>
		</Page>
	);
}
