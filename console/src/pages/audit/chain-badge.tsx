import { useQuery } from "@tanstack/react-query";
import { useReeve } from "../../app/reeve.tsx";
import { Badge } from "../../kit/badge.tsx";

export function ChainBadge() {
	const { client, accountParam } = useReeve();
	const { data } = useQuery({
		queryKey: [accountParam, "audit", "chain"],
		queryFn: ({ signal }) => client.audit.head({}, { signal }),
	});
	return data ? <Badge>{data.sequence} sealed</Badge> : null;
}
