import { useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import LogIn from "lucide-react/icons/log-in";
import { useEffect, useState } from "react";
import { useReeve } from "../reeve.tsx";
import { ALL } from "../whoami.ts";
import classes from "./account-band.module.css";

/** Says in whose account one works when that is not one's own. It stays in view on every page of it. */
export function AccountBand() {
	const { account, isExternal } = useReeve();
	const wayOut = useWayOut();
	useFreshOutside();
	if (!isExternal) return null;
	return (
		<section className={classes.band} aria-label="Account you work in">
			<LogIn aria-hidden="true" />
			<p className={classes.words}>
				You work in <strong>{account.name}</strong>
				<span className={classes.more}>
					{" "}
					· everything you do is noted there as External
				</span>
				{account.status === "suspended" ? " · suspended" : null}
			</p>
			<Link {...wayOut} className={classes.back}>
				Leave
			</Link>
		</section>
	);
}

/** Where one came from: the last page outside of all tenants, as it was narrowed and sorted; at first one's own start. */
function useWayOut() {
	const { home } = useReeve();
	const { pathname, search } = useLocation();
	const [left, setLeft] = useState({ to: `/a/${home.id}`, search: {} });
	const inside = /^\/a\/([^/]+)/.exec(pathname)?.[1] ?? home.id;
	const isOutside = inside === home.id || inside === ALL;
	useEffect(() => {
		if (isOutside) setLeft({ to: pathname, search });
	}, [isOutside, pathname, search]);
	return left as { to: "/"; search: object };
}

/** What was done inside shows outside at once, in counts, states and logs of the tenant: they are read anew. */
function useFreshOutside(): void {
	const { isExternal } = useReeve();
	const queries = useQueryClient();
	useEffect(() => {
		if (!isExternal) return;
		return () => {
			void queries.invalidateQueries();
		};
	}, [queries, isExternal]);
}
