import { useQuery } from "@tanstack/react-query";
import { useReeve } from "../../app/reeve.tsx";
import { Banner } from "../../kit/banner.tsx";
import { actsForUser, type KeyKind } from "./key-kinds.ts";

/** Says that keys of one's own are refused while API access is off for one (promise O2). */
export function ApiAccessNotice({ kind }: { kind: KeyKind }) {
	const { whoami, clientOf, home, may, isExternal } = useReeve();
	const id = whoami.user?.id;
	const isAsked =
		id !== undefined && !isExternal && kind !== "service" && actsForUser(kind);
	const { data } = useQuery({
		queryKey: [home.id, "users", id],
		queryFn: ({ signal }) =>
			clientOf(home.id).users.get({ id: id as string }, { signal }),
		enabled: isAsked && may("users.get"),
	});
	if (!isAsked || data?.api_access !== false) return null;
	return (
		<Banner kind="warning" title="API access is off for you">
			Keys that act for you are refused until an administrator turns it on, on
			your page under Users.
		</Banner>
	);
}
