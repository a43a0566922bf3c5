import type { Account } from "../../../../generated/client.ts";
import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { useForm } from "../../form/use-form.ts";
import { Card } from "../../kit/card.tsx";
import { Checkbox } from "../../kit/checkbox.tsx";
import { Section } from "../../kit/section.tsx";
import { useAccount } from "./account-query.ts";
import { SettingsForm } from "./settings-form.tsx";
import { SingleSignOn } from "./single-sign-on.tsx";

/** How people of this account sign in. */
export function SignInRules() {
	const { may } = useReeve();
	return (
		<>
			<Section
				title="Second factor"
				description="Whoever needs one and has none adds it before going on, you too; sessions that are open wait for it within a minute."
			>
				<Loaded query={useAccount()}>
					{(account) => (
						<Card>
							<RulesForm account={account} />
						</Card>
					)}
				</Loaded>
			</Section>
			{may("identity_provider.get") ? <SingleSignOn /> : null}
		</>
	);
}

function RulesForm({ account }: { account: Account }) {
	const { client, may } = useReeve();
	const mayEdit = may("accounts.update");
	const form = useForm({
		initial: rulesOf(account),
		version: account.version,
		submit: ({ user_approval_required, ...rules }, options) =>
			client.accounts.update(
				{ settings: { ...rules, extra: { user_approval_required } } },
				options,
			),
		changes: ["accounts", "audit"],
		done: "Sign-in rules saved",
		onDone: (saved) => form.reset(rulesOf(saved)),
	});
	const field: typeof form.field = (name) => ({
		...form.field(name),
		disabled: !mayEdit,
	});
	return (
		<SettingsForm form={form} mayEdit={mayEdit}>
			<Checkbox
				label="Everybody needs a second factor"
				description="An authenticator app or a passkey, besides the password."
				{...field("local_mfa_enabled")}
			/>
			{account.kind === "tenant" ? null : (
				<Checkbox
					label="Whoever reaches tenants needs a second factor"
					description="Even where not everybody does: one stolen password must not open them."
					{...field("tenant_reach_mfa_enabled")}
				/>
			)}
			<Checkbox
				label="New users wait for approval"
				description="Whoever comes without an invitation sees nothing before an administrator lets them in."
				{...field("user_approval_required")}
			/>
		</SettingsForm>
	);
}

function rulesOf({ settings }: Account) {
	return {
		local_mfa_enabled: settings.local_mfa_enabled ?? false,
		tenant_reach_mfa_enabled: settings.tenant_reach_mfa_enabled ?? true,
		user_approval_required: settings.extra?.user_approval_required ?? true,
	};
}
