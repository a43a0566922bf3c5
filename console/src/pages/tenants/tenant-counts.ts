import { useQuery } from "@tanstack/react-query";
import type { Tenant } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { hasJoined } from "./tenant-status.tsx";

/** What a tenant holds. The list alone counts that, so the list is asked for this one. */
export function useTenantCounts(tenant: Tenant) {
	const { client, accountParam } = useReeve();
	const { id, name } = tenant;
	return useQuery({
		queryKey: [accountParam, "tenants", id, "counts"],
		queryFn: async ({ signal }) => {
			const { data } = await client.tenants.list(
				{ name, counts: true },
				{ signal },
			);
			return data.find((row) => row.id === id)?.counts ?? null;
		},
		enabled: hasJoined(tenant),
		refetchInterval: 60_000,
	});
}
