import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { Loaded } from "../../app/loaded.tsx";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
import { policyLink } from "./policy-columns.tsx";
import { PolicyForm } from "./policy-form.tsx";
import { PolicyWayBack } from "./policy-way-back.tsx";

/** Changes a policy and its rules. */
export function EditPolicyPage() {
	const { client, accountParam } = useReeve();
	const navigate = useNavigate();
	const { id } = useParams({ from: "/signed-in/a/$account/policies/$id/edit" });
	const query = useQuery({
		queryKey: [accountParam, "policies", id],
		queryFn: ({ signal }) => client.policies.get({ id }, { signal }),
		// The form begins with what counts now, not with what was read a while ago.
		refetchOnMount: "always",
	});
	const name = query.data?.name;
	return (
		<Page
			title={name === undefined ? "Edit policy" : `Edit ${name}`}
			back={<PolicyWayBack label="Edit" policy={query.data} />}
			curl={(asked) => asked.policies.get({ id })}
		>
			<Loaded query={query}>
				{(policy) =>
					query.isFetchedAfterMount ? (
						<PolicyForm
							policy={policy}
							onCancel={() => void navigate(policyLink(policy))}
							onDone={(changed) => void navigate(policyLink(changed))}
						/>
					) : (
						<SkeletonLines />
					)
				}
			</Loaded>
		</Page>
	);
}
