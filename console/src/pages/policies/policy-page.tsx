import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import type { Policy } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { Loaded } from "../../app/loaded.tsx";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { Time } from "../../format/time.tsx";
import { Button } from "../../kit/button.tsx";
import { ButtonLink } from "../../kit/button-link.tsx";
import { Card } from "../../kit/card.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { EnabledState } from "../networks/enabled-state.tsx";
import { PolicyRules } from "./policy-rules.tsx";
import { PolicyWayBack } from "./policy-way-back.tsx";

/** One policy, its rules in words. */
export function PolicyPage() {
	const { client, accountParam } = useReeve();
	const { id } = useParams({ from: "/signed-in/a/$account/policies/$id" });
	const query = useQuery({
		queryKey: [accountParam, "policies", id],
		queryFn: ({ signal }) => client.policies.get({ id }, { signal }),
	});
	const policy = query.data;
	const title = policy?.name ?? "Policy";
	return (
		<Page
			title={title}
			description={policy?.description}
			back={<PolicyWayBack label={title} />}
			status={policy ? <EnabledState enabled={policy.enabled} /> : null}
			curl={(asked) => asked.policies.get({ id })}
			actions={policy ? <Actions policy={policy} /> : null}
		>
			<Loaded query={query}>
				{(loaded) => (
					<>
						<PolicyRules policy={loaded} />
						<Card>
							<KeyValueList
								items={[
									{ label: "Number", value: id, copy: id },
									{
										label: "Created",
										value: <Time value={loaded.created_at} />,
									},
									{
										label: "Changed",
										value: <Time value={loaded.updated_at} />,
									},
								]}
							/>
						</Card>
						<ObjectHistory type="policy" id={id} />
					</>
				)}
			</Loaded>
		</Page>
	);
}

function Actions({ policy }: { policy: Policy }) {
	const { may, accountParam: account } = useReeve();
	const navigate = useNavigate();
	const { id, name } = policy;
	return (
		<>
			<DeleteButton
				operation="policies.delete"
				what="policy"
				name={name}
				call={(client) => client.policies.delete({ id })}
				changes={["policies", "networks"]}
				leave={() =>
					navigate({ to: "/a/$account/policies", params: { account } })
				}
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
