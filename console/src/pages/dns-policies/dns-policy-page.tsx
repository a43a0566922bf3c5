import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { DnsPolicy } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { Loaded } from "../../app/loaded.tsx";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Time } from "../../format/time.tsx";
import { Badge } from "../../kit/badge.tsx";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";
import { Button } from "../../kit/button.tsx";
import { Card } from "../../kit/card.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { AssignedIdentities } from "./assigned-identities.tsx";
import { dnsPolicyTypes } from "./dns-policy-columns.tsx";
import { DnsPolicyForm } from "./dns-policy-form.tsx";

/** One DNS or web policy and what it is assigned to. */
export function DnsPolicyPage() {
	const { client, accountParam } = useReeve();
	const { id } = useParams({ from: "/signed-in/a/$account/dns-policies/$id" });
	const query = useQuery({
		queryKey: [accountParam, "dns_policies", id],
		queryFn: ({ signal }) => client.dnsPolicies.get({ id }, { signal }),
	});
	const policy = query.data;
	const title = policy?.name ?? "DNS policy";
	const list = (
		<Link to="/a/$account/dns-policies" params={{ account: accountParam }} />
	);
	return (
		<Page
			title={title}
			back={
				<Breadcrumbs
					items={[{ label: "DNS policies", render: list }, { label: title }]}
				/>
			}
			status={policy?.is_default ? <Badge>Default</Badge> : null}
			curl={(asked) => asked.dnsPolicies.get({ id })}
			actions={policy ? <Actions policy={policy} /> : null}
		>
			<Loaded query={query}>
				{(loaded) => (
					<>
						<Facts policy={loaded} />
						<AssignedIdentities policy={loaded} />
						<ObjectHistory type="dns_policy" id={id} />
					</>
				)}
			</Loaded>
		</Page>
	);
}

function Facts({ policy }: { policy: DnsPolicy }) {
	const { id, type, priority, is_default: isDefault } = policy;
	return (
		<Card>
			<KeyValueList
				items={[
					{ label: "Type", value: dnsPolicyTypes[type] },
					{
						label: "Applies to",
						value: isDefault
							? "Everything that no other policy names"
							: "What it is assigned to, unless a policy before it names that too",
					},
					{ label: "Priority", value: isDefault ? "Last" : priority },
					{ label: "Number", value: id, copy: id },
					{ label: "Created", value: <Time value={policy.created_at} /> },
					{ label: "Changed", value: <Time value={policy.updated_at} /> },
				]}
			/>
		</Card>
	);
}

function Actions({ policy }: { policy: DnsPolicy }) {
	const { may, accountParam: account } = useReeve();
	const navigate = useNavigate();
	const [isEditing, setEditing] = useState(false);
	const { id, name, is_default: isDefault } = policy;
	return (
		<>
			{isDefault ? null : (
				<DeleteButton
					operation="dns_policies.delete"
					what="DNS policy"
					name={name}
					call={(client) => client.dnsPolicies.delete({ id })}
					changes={["dns_policies"]}
					leave={() =>
						navigate({ to: "/a/$account/dns-policies", params: { account } })
					}
				>
					What it is assigned to falls to the next policy that applies.
				</DeleteButton>
			)}
			{may("dns_policies.update") ? (
				<Button onClick={() => setEditing(true)}>Edit</Button>
			) : null}
			{isEditing ? (
				<DnsPolicyForm policy={policy} onClose={() => setEditing(false)} />
			) : null}
		</>
	);
}
