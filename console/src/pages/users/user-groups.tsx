import { Link } from "@tanstack/react-router";
import type { User } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { ErrorState } from "../../kit/error-state.tsx";
import { Section } from "../../kit/section.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
import { useGroupsOf } from "../groups/group-choices.ts";
import classes from "./users.module.css";

/** The groups that a user is in, each leading to its page. */
export function UserGroups({ user }: { user: User }) {
	const { accountParam: account, may } = useReeve();
	const query = useGroupsOf(user.id);
	if (!may("groups.list")) return null;
	return (
		<Section title="Groups">
			{query.isPending ? <SkeletonLines lines={1} /> : null}
			{query.isError ? (
				<ErrorState
					error={query.error}
					onRetry={() => void query.refetch()}
					retrying={query.isFetching}
				/>
			) : null}
			{query.data?.length === 0 ? (
				<p className={classes.quiet}>In no group.</p>
			) : null}
			{query.data && query.data.length > 0 ? (
				<ul className={classes.chips}>
					{query.data.map(({ id, name }) => (
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
			) : null}
		</Section>
	);
}
