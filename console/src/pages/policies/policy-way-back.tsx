import { Link } from "@tanstack/react-router";
import { useReeve } from "../../app/reeve.tsx";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";

/** The way back from a page about a policy: to the list, and to the policy itself when it is edited. */
export function PolicyWayBack({
	label,
	policy,
}: {
	/** Where one is. */
	label: string;
	/** What is edited there. */
	policy?: { id: string; name: string } | undefined;
}) {
	const { accountParam: account } = useReeve();
	const list = <Link to="/a/$account/policies" params={{ account }} />;
	const one = (id: string) => (
		<Link to="/a/$account/policies/$id" params={{ account, id }} />
	);
	return (
		<Breadcrumbs
			items={[
				{ label: "Policies", render: list },
				...(policy ? [{ label: policy.name, render: one(policy.id) }] : []),
				{ label },
			]}
		/>
	);
}
