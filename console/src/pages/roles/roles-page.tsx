import { useQuery } from "@tanstack/react-query";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { ErrorState } from "../../kit/error-state.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
import { RolesTable } from "./roles-table.tsx";

/** What each role may do. */
export function RolesPage() {
	const { client, accountParam } = useReeve();
	const roles = useQuery({
		queryKey: [accountParam, "roles"],
		queryFn: ({ signal }) => client.roles.list({}, { signal }),
	});
	const operations = useQuery({
		queryKey: [accountParam, "permissions", "every"],
		queryFn: ({ signal }) => client.permissions.list({}, { signal }),
	});
	const failed = [roles, operations].find(({ isError }) => isError);
	return (
		<Page
			title="Roles"
			description="What each role may do. A person has one role at home; in each tenant, the highest that their groups are granted there."
			curl={(asked) => asked.roles.list()}
		>
			{failed ? (
				<ErrorState
					error={failed.error}
					onRetry={() => void failed.refetch()}
					retrying={failed.isFetching}
				/>
			) : null}
			{roles.data && operations.data ? (
				<RolesTable roles={roles.data.data} operations={operations.data.data} />
			) : failed ? null : (
				<SkeletonLines lines={10} />
			)}
		</Page>
	);
}
