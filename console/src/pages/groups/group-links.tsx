import { Link } from "@tanstack/react-router";
import { Fragment } from "react";

/** The names of some groups, each the way to its page. */
export function GroupLinks({
	groups,
	account,
}: {
	groups: readonly { id: string; name: string }[];
	account: string;
}) {
	if (groups.length === 0) return "–";
	return groups.map(({ id, name }, index) => (
		<Fragment key={id}>
			{index > 0 ? ", " : null}
			<Link to="/a/$account/groups/$id" params={{ account, id }}>
				{name}
			</Link>
		</Fragment>
	));
}
