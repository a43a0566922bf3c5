import { useQuery } from "@tanstack/react-query";
import type { Endpoint } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { userSource } from "../users/user-source.ts";

const FRESH_MS = 5 * 60_000;

/** Whose computer it is; nobody's where it enrolled with a setup key. */
export function EndpointUser({
	endpoint: { user_id: id, account_id },
}: {
	endpoint: Endpoint;
}) {
	const { clientOf, accountParam, may } = useReeve();
	const { data } = useQuery({
		queryKey: [accountParam, "users", "name", id],
		queryFn: () => userSource.named(clientOf(account_id), id as string),
		enabled: id !== null && may("users.list"),
		staleTime: FRESH_MS,
	});
	return id === null ? "–" : (data ?? id);
}
