import type { User } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { Section } from "../../kit/section.tsx";
import { ReachList } from "../grants/reach-list.tsx";

/** The tenants that a person of a provider reaches, with which role, and through which groups. */
export function UserReach({ user: { id, kind } }: { user: User }) {
	const { account, may } = useReeve();
	if (account.kind !== "provider" || kind !== "human" || !may("grants.reach"))
		return null;
	return (
		<Section
			title="Reaches these tenants"
			description="Through the groups above. Of several roles in one tenant, the highest counts."
		>
			<ReachList of="user" id={id} />
		</Section>
	);
}
