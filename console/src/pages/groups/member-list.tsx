import type { Group } from "../../../../generated/client.ts";
import { formatNumber } from "../../format/numbers.ts";
import { Badge } from "../../kit/badge.tsx";
import { EmptyState } from "../../kit/empty-state.tsx";
import { useMemberNames } from "./group-members.ts";
import classes from "./groups.module.css";

const SHOWN_MAX = 500;

/** The endpoints or the resources of a group, by name. */
export function MemberList({
	group,
	kind,
}: {
	group: Group;
	kind: "endpoints" | "resources";
}) {
	const members = useNamedMembers(group, kind);
	if (members.length === 0)
		return (
			<EmptyState title={`No ${kind} in it`}>
				Edit the group to put some in.
			</EmptyState>
		);
	const rest = members.length - SHOWN_MAX;
	return (
		<ul className={classes.members}>
			{members.slice(0, SHOWN_MAX).map(({ id, name, type }) => (
				<li key={id}>
					<span className={classes.pair}>
						{name}
						{type ? <Badge>{type}</Badge> : null}
					</span>
				</li>
			))}
			{rest > 0 ? (
				<li className={classes.quiet}>and {formatNumber(rest)} more</li>
			) : null}
		</ul>
	);
}

function useNamedMembers(
	{ endpoints, resources }: Group,
	kind: "endpoints" | "resources",
): { id: string; name: string; type?: string }[] {
	const ids = kind === "resources" ? resources.map(({ id }) => id) : [];
	const { data } = useMemberNames("resources", ids);
	if (kind === "endpoints") return endpoints;
	return resources.map(({ id, type }) => ({
		id,
		type,
		name: data?.get(id)?.label ?? id,
	}));
}
