import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { User } from "../../../../generated/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { oneOf, type SearchParams } from "../../app/search-params.ts";
import { FormPage } from "../../form/form-page.tsx";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";
import { ButtonLink } from "../../kit/button-link.tsx";
import { EmptyState } from "../../kit/empty-state.tsx";
import { RadioCards } from "../../kit/radio-cards.tsx";
import { ApiAccessNotice } from "./api-access-notice.tsx";
import { emptyDraft } from "./key-draft.ts";
import { KeyFields } from "./key-fields.tsx";
import { type KeyKind, kindsToMake, kindWords } from "./key-kinds.ts";
import { keyParams } from "./key-rights.ts";
import { ProbeField } from "./probe-field.tsx";
import { SecretDialog } from "./secret-dialog.tsx";
import { ServiceUserField } from "./service-user-field.tsx";
import { useNewKey } from "./use-new-key.ts";

/** Makes a key of any kind: `?kind=service` begins with that one. */
export function NewKeyPage() {
	const reeve = useReeve();
	const kinds = kindsToMake(reeve);
	const asked = oneOf((useSearch({ strict: false }) as SearchParams).kind);
	const first = kinds.find((kind) => kind === asked) ?? kinds[0];
	return (
		<Page
			title="Generate key"
			description="A key lets a program in. It never does more than its user may."
			back={<WayBack />}
			curl={(client) => client.permissions.list({ grantable: true })}
		>
			{first ? <NewKeyForm kinds={kinds} first={first} /> : <NoKindHere />}
		</Page>
	);
}

function WayBack() {
	const { accountParam } = useReeve();
	return (
		<Breadcrumbs
			items={[
				{
					label: "API keys",
					render: (
						<Link to="/a/$account/keys" params={{ account: accountParam }} />
					),
				},
				{ label: "Generate key" },
			]}
		/>
	);
}

/** Whoever administers nothing makes keys at home, where they also enter tenants; some make none anywhere. */
function NoKindHere() {
	const { home, isExternal, isAll, may } = useReeve();
	if (!(isExternal || isAll) || !(isAll || may("keys.create")))
		return (
			<EmptyState title="You may not make keys here">
				An administrator of this account can give you a role that may.
			</EmptyState>
		);
	return (
		<EmptyState
			title="Your keys are made in your own account"
			action={
				<ButtonLink
					variant="primary"
					render={
						<Link to="/a/$account/keys/new" params={{ account: home.id }} />
					}
				>
					Go to {home.name}
				</ButtonLink>
			}
		>
			A key of yours enters every account that you may enter.
		</EmptyState>
	);
}

function NewKeyForm({ kinds, first }: { kinds: KeyKind[]; first: KeyKind }) {
	const navigate = useNavigate();
	const { accountParam: account } = useReeve();
	const [kind, setKind] = useState(first);
	const [holder, setHolder] = useState<User>();
	const { form, issued } = useNewKey(kind);
	const choose = (next: KeyKind) => {
		setKind(next);
		form.set("expires_at", emptyDraft(next).expires_at);
	};
	return (
		<>
			<FormPage
				form={form}
				action="Generate key"
				onCancel={() =>
					void navigate({ to: "/a/$account/keys", params: { account } })
				}
			>
				<RadioCards
					label="Type"
					options={kinds.map((value) => ({ value, ...kindWords[value] }))}
					value={kind}
					onChange={choose}
					minWidth={250}
				/>
				<ApiAccessNotice kind={kind} />
				{kind === "service" ? (
					<ServiceUserField {...form.field("user_id")} onUser={setHolder} />
				) : null}
				{kind === "probe" ? <ProbeField {...form.field("probe_id")} /> : null}
				<KeyFields
					form={form}
					kind={kind}
					holder={kind === "service" ? (holder ?? "unknown") : undefined}
					isNew
				/>
			</FormPage>
			{issued ? (
				<SecretDialog
					issued={issued}
					title={`“${issued.key.name}” is made`}
					onClose={() =>
						void navigate({
							to: "/a/$account/keys/$id",
							params: keyParams(issued.key),
							replace: true,
						})
					}
				/>
			) : null}
		</>
	);
}
