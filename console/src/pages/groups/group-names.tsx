import { useQuery } from "@tanstack/react-query";
import { useReeve } from "../../app/reeve.tsx";
import { listOf } from "../../format/lists.ts";
import { groupSource } from "./group-source.ts";

const SHOWN_MAX = 8;

/** The names of some groups, asked for by their ids; the id of one that is gone. */
export function GroupNames({
	ids,
	none = "–",
}: {
	ids: readonly string[];
	/** Said when there are none. */
	none?: string;
}) {
	const { client, accountParam, may } = useReeve();
	const { data } = useQuery({
		queryKey: [accountParam, "groups", "names", ids],
		queryFn: () =>
			Promise.all(
				ids.map((id) => groupSource.named(client, id).catch(() => id)),
			),
		enabled: ids.length > 0 && may("groups.get"),
	});
	return ids.length === 0 ? none : listOf(data ?? ids, SHOWN_MAX);
}
