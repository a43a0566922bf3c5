import { useQuery } from "@tanstack/react-query";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { formatNumber } from "../../format/numbers.ts";
import { Card } from "../../kit/card.tsx";
import { ErrorState } from "../../kit/error-state.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";

/** Where one arrives: what the account holds. */
export function HomePage() {
	const { account, isAll } = useReeve();
	return (
		<Page
			title={isAll ? "All tenants" : account.name}
			curl={(client) => client.accounts.stats()}
		>
			<Holdings />
		</Page>
	);
}

function Holdings() {
	const { clientOf, account, may, accountParam } = useReeve();
	const isAllowed = may("accounts.stats");
	const query = useQuery({
		queryKey: [accountParam, "accounts", "stats"],
		queryFn: ({ signal }) =>
			clientOf(account.id).accounts.stats({}, { signal }),
		enabled: isAllowed,
	});
	if (!isAllowed) return null;
	if (query.isPending) return <SkeletonLines />;
	if (query.isError)
		return (
			<ErrorState error={query.error} onRetry={() => void query.refetch()} />
		);
	const { devices, total_endpoints, total_users, tenants } = query.data;
	return (
		<Card>
			<KeyValueList
				items={[
					{ label: "Devices", value: formatNumber(devices) },
					{ label: "Endpoints", value: formatNumber(total_endpoints) },
					{ label: "Users", value: formatNumber(total_users) },
					account.kind === "provider" && {
						label: "Tenants",
						value: formatNumber(tenants),
					},
				]}
			/>
		</Card>
	);
}
