import { useQuery } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { useCallback, useId, useMemo } from "react";
import { type NavigationEntry, visibleNavigation } from "../navigation.ts";
import { useReeve } from "../reeve.tsx";
import { whoamiQuery } from "../whoami.ts";
import classes from "./navigation.module.css";

/** What the person may open here, by group. @param onLeave called when a link is followed */
export function Navigation({
	onLeave,
}: {
	onLeave?: (() => void) | undefined;
}) {
	const groups = useVisibleNavigation();
	return (
		<nav aria-label="Pages" className={classes.nav}>
			{groups.map(({ label, entries }) => (
				<Group
					key={label || entries[0]?.label}
					label={label}
					entries={entries}
					onLeave={onLeave}
				/>
			))}
		</nav>
	);
}

/** The groups of the navigation that are open to the person, without pages that do not exist. */
export function useVisibleNavigation() {
	const reeve = useReeve();
	const isPage = useIsPage();
	return useMemo(() => visibleNavigation(reeve, isPage), [reeve, isPage]);
}

/** The same for the person's own account, wherever they are; none until it is known what they may do there. */
export function useHomeNavigation() {
	const { data: own } = useQuery(whoamiQuery(undefined));
	const isPage = useIsPage();
	return useMemo(() => {
		if (!own) return [];
		const may = (id: string) => own.operations.includes(id);
		return visibleNavigation(
			{ may, isAll: false, account: own.account },
			isPage,
		);
	}, [own, isPage]);
}

function useIsPage() {
	const { routesByPath } = useRouter();
	return useCallback(
		(path: string) => Object.hasOwn(routesByPath, `/a/$account${path}`),
		[routesByPath],
	);
}

function Group({
	label,
	entries,
	onLeave,
}: {
	label: string;
	entries: readonly NavigationEntry[];
	onLeave: (() => void) | undefined;
}) {
	const id = useId();
	return (
		<div className={classes.group}>
			{label ? (
				<p id={id} className={classes.label}>
					{label}
				</p>
			) : null}
			<ul {...(label ? { "aria-labelledby": id } : {})}>
				{entries.map((entry) => (
					<li key={entry.path}>
						<NavigationLink entry={entry} onLeave={onLeave} />
					</li>
				))}
			</ul>
		</div>
	);
}

function NavigationLink({
	entry: { label, path, icon: Icon },
	onLeave,
}: {
	entry: NavigationEntry;
	onLeave: (() => void) | undefined;
}) {
	const { accountParam } = useReeve();
	return (
		<Link
			to={`/a/$account${path}` as "/a/$account"}
			params={{ account: accountParam }}
			activeOptions={{ exact: path === "", includeSearch: false }}
			className={classes.link}
			onClick={onLeave}
		>
			<Icon aria-hidden="true" />
			{label}
		</Link>
	);
}
