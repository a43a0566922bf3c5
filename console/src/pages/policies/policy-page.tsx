import { Link, useParams } from "@tanstack/react-router";
import type { Policy } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { ThingPage } from "../../app/thing-page.tsx";
import { useWrite } from "../../app/use-write.ts";
import { Time } from "../../format/time.tsx";
import { Button } from "../../kit/button.tsx";
import { ButtonLink } from "../../kit/button-link.tsx";
import { Card } from "../../kit/card.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { EnabledState } from "../networks/enabled-state.tsx";
import { PolicyRules } from "./policy-rules.tsx";

/** One policy, its rules in words. */
export function PolicyPage() {
	const { id } = useParams({ from: "/signed-in/a/$account/policies/$id" });
	return (
		<ThingPage
			noun="policies"
			what="Policy"
			id={id}
			get={(client) => client.policies.get}
			list={{ to: "/a/$account/policies", label: "Policies" }}
			description={({ description }) => description}
			status={({ enabled }) => <EnabledState enabled={enabled} />}
			actions={(policy) => <Actions policy={policy} />}
		>
			{(policy) => (
				<>
					<PolicyRules policy={policy} />
					<Facts policy={policy} />
					<ObjectHistory type="policy" id={id} />
				</>
			)}
		</ThingPage>
	);
}

function Facts({ policy: { id, created_at, updated_at } }: { policy: Policy }) {
	return (
		<Card>
			<KeyValueList
				items={[
					{ label: "Number", value: id, copy: id },
					{ label: "Created", value: <Time value={created_at} /> },
					{ label: "Changed", value: <Time value={updated_at} /> },
				]}
			/>
		</Card>
	);
}

function Actions({ policy }: { policy: Policy }) {
	const { may, accountParam: account } = useReeve();
	const { id, name } = policy;
	return (
		<>
			<DeleteButton
				operation="policies.delete"
				what="policy"
				name={name}
				call={(client) => client.policies.delete({ id })}
				changes={["policies", "networks"]}
				list="/a/$account/policies"
			>
				What it alone allows cannot be reached any more.
			</DeleteButton>
			<TurnOnOrOff policy={policy} />
			{may("policies.update") ? (
				<ButtonLink
					render={
						<Link to="/a/$account/policies/$id/edit" params={{ account, id }} />
					}
				>
					Edit
				</ButtonLink>
			) : null}
		</>
	);
}

function TurnOnOrOff({ policy }: { policy: Policy }) {
	const { may } = useReeve();
	const { id, name, enabled, version } = policy;
	const write = useWrite({
		call: ({ client }) =>
			client.policies.update({ id, enabled: !enabled }, { ifMatch: version }),
		changes: ["policies", "networks", "audit"],
		done: `“${name}” is ${enabled ? "off" : "on"}`,
	});
	if (!may("policies.update")) return null;
	return (
		<Button pending={write.isPending} onClick={() => write.mutate(undefined)}>
			{enabled ? "Turn off" : "Turn on"}
		</Button>
	);
}
