import { useNavigate } from "@tanstack/react-router";
import { AccountFirst } from "../../app/account-first.tsx";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { policyLink } from "./policy-columns.tsx";
import { PolicyForm } from "./policy-form.tsx";
import { PolicyWayBack } from "./policy-way-back.tsx";

/** Writes a new policy. */
export function NewPolicyPage() {
	return (
		<AccountFirst title="New policy">
			<NewPolicy />
		</AccountFirst>
	);
}

function NewPolicy() {
	const { accountParam: account } = useReeve();
	const navigate = useNavigate();
	return (
		<Page title="New policy" back={<PolicyWayBack label="New policy" />}>
			<PolicyForm
				onCancel={() =>
					void navigate({ to: "/a/$account/policies", params: { account } })
				}
				onDone={(policy) => void navigate(policyLink(policy))}
			/>
		</Page>
	);
}
