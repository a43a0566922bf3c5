import { useParams } from "@tanstack/react-router";
import type { DnsPolicy } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { EditButton } from "../../app/edit-button.tsx";
import { ThingPage } from "../../app/thing-page.tsx";
import { Time } from "../../format/time.tsx";
import { Badge } from "../../kit/badge.tsx";
import { Card } from "../../kit/card.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { AssignedIdentities } from "./assigned-identities.tsx";
import { dnsPolicyTypes } from "./dns-policy-columns.tsx";
import { DnsPolicyForm } from "./dns-policy-form.tsx";

/** One DNS or web policy and what it is assigned to. */
export function DnsPolicyPage() {
	const { id } = useParams({ from: "/signed-in/a/$account/dns-policies/$id" });
	return (
		<ThingPage
			noun="dns_policies"
			what="DNS policy"
			id={id}
			get={(client) => client.dnsPolicies.get}
			list={{ to: "/a/$account/dns-policies", label: "DNS policies" }}
			status={(policy) => (policy.is_default ? <Badge>Default</Badge> : null)}
			actions={(policy) => <Actions policy={policy} />}
		>
			{(policy) => (
				<>
					<Facts policy={policy} />
					<AssignedIdentities policy={policy} />
					<ObjectHistory type="dns_policy" id={id} />
				</>
			)}
		</ThingPage>
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
					list="/a/$account/dns-policies"
				>
					What it is assigned to falls to the next policy that applies.
				</DeleteButton>
			)}
			<EditButton operation="dns_policies.update">
				{(close) => <DnsPolicyForm policy={policy} onClose={close} />}
			</EditButton>
		</>
	);
}
