import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useReeve } from "../../app/reeve.tsx";
import { regionSource } from "./region-source.ts";

/** The name of a region, as the way to it. */
export function RegionLink({ account, id }: { account: string; id: string }) {
	const { client, accountParam, may } = useReeve();
	const { data } = useQuery({
		queryKey: [accountParam, "regions", "name", id],
		queryFn: () => regionSource.named(client, id),
		enabled: may("regions.get"),
	});
	return (
		<Link to="/a/$account/regions/$id" params={{ account, id }}>
			{data ?? id}
		</Link>
	);
}
