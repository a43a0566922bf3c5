import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Network } from "../../../../generated/client.ts";
import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { ButtonLink } from "../../kit/button-link.tsx";
import { Card } from "../../kit/card.tsx";
import { EmptyState } from "../../kit/empty-state.tsx";
import { RuleSummary } from "../policies/rule-summary.tsx";

const SHOWN_MAX = 50;

/** The policies that let somebody reach what is in a network. */
export function NetworkPolicies({ network }: { network: Network }) {
	const { client, accountParam, may } = useReeve();
	const ids = network.policies.slice(0, SHOWN_MAX);
	const query = useQuery({
		queryKey: [accountParam, "policies", "of", ids],
		queryFn: ({ signal }) =>
			Promise.all(ids.map((id) => client.policies.get({ id }, { signal }))),
	});
	const params = { account: accountParam };
	if (ids.length === 0)
		return (
			<EmptyState
				title="No policy leads here"
				action={
					may("policies.create") ? (
						<ButtonLink
							render={<Link to="/a/$account/policies/new" params={params} />}
						>
							New policy
						</ButtonLink>
					) : null
				}
			>
				Nobody reaches what is in the network until a policy lets them.
			</EmptyState>
		);
	return (
		<Loaded query={query}>
			{(policies) =>
				policies.map((policy) => (
					<Card
						key={policy.id}
						level={2}
						title={
							<Link
								to="/a/$account/policies/$id"
								params={{ account: policy.account_id, id: policy.id }}
							>
								{policy.name}
							</Link>
						}
					>
						{policy.rules.map((rule) => (
							<RuleSummary key={rule.id} rule={rule} />
						))}
					</Card>
				))
			}
		</Loaded>
	);
}
