import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Badge } from "../../kit/badge.tsx";
import { Card } from "../../kit/card.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { dnsPolicyLink, dnsPolicyTypes } from "./dns-policy-columns.tsx";

/** The DNS and web policies that apply to a network, an endpoint or a network device, the first one first. */
export function AppliedPolicies({ originId }: { originId: string }) {
	const { client, accountParam, may } = useReeve();
	const mayRead = may("dns_policies.list_of_identity");
	const query = useQuery({
		queryKey: [accountParam, "dns_policies", "of", originId],
		queryFn: ({ signal }) =>
			client.dnsPolicies.listOfIdentity({ origin_id: originId }, { signal }),
		enabled: mayRead,
	});
	if (!mayRead) return null;
	return (
		<Card
			level={2}
			title="DNS policies"
			description="The first of each type applies."
		>
			<Loaded query={query}>
				{({ data }) =>
					data.length === 0 ? (
						<p>No policy applies to it.</p>
					) : (
						<KeyValueList
							items={data.map((policy, index) => ({
								label: `${index + 1}. ${dnsPolicyTypes[policy.type]}`,
								value: (
									<>
										<Link {...dnsPolicyLink(policy)}>{policy.name}</Link>{" "}
										{policy.is_applied_directly ? null : <Badge>Default</Badge>}
									</>
								),
							}))}
						/>
					)
				}
			</Loaded>
		</Card>
	);
}
