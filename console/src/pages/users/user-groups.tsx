import { Link } from "@tanstack/react-router";
import type { User } from "../../../../generated/client.ts";
import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Section } from "../../kit/section.tsx";
import { useGroupsOf } from "../groups/group-choices.ts";
import classes from "./users.module.css";

/** The groups that a user is in, each leading to its page. */
export function UserGroups({ user }: { user: User }) {
	const { accountParam: account, may } = useReeve();
	const query = useGroupsOf(user.id);
	if (!may("groups.list")) return null;
	return (
		<Section title="Groups">
			<Loaded query={query} lines={1}>
				{(groups) =>
					groups.length === 0 ? (
						<p className={classes.quiet}>In no group.</p>
					) : (
						<ul className={classes.chips}>
							{groups.map(({ id, name }) => (
								<li key={id}>
									<Link
										to="/a/$account/groups/$id"
										params={{ account, id }}
										className={classes.chip}
									>
										{name}
									</Link>
								</li>
							))}
						</ul>
					)
				}
			</Loaded>
		</Section>
	);
}
