import { useQuery } from "@tanstack/react-query";
import type { Tenant } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { hasJoined } from "./tenant-status.tsx";

/** With which role one may work in a tenant oneself; null where no group of one's own reaches it. */
export function useOwnReach(tenant: Tenant) {
	const { client, accountParam, may, whoami } = useReeve();
	const user_id = whoami.user?.id;
	const tenant_id = tenant.id;
	return useQuery({
		queryKey: [accountParam, "reach", "own", tenant_id],
		queryFn: async ({ signal }) => {
			const input = { tenant_id, limit: 1, ...(user_id ? { user_id } : {}) };
			const { data } = await client.grants.reach(input, { signal });
			return data[0]?.role ?? null;
		},
		enabled: may("grants.reach") && user_id !== undefined && hasJoined(tenant),
	});
}
