import { Link, useRouter } from "@tanstack/react-router";
import { useId, useMemo } from "react";
import { type NavigationEntry, visibleNavigation } from "../navigation.ts";
import { useReeve } from "../reeve.tsx";
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
	const { routesByPath } = useRouter();
	return useMemo(
		() =>
			visibleNavigation(reeve, (path) =>
				Object.hasOwn(routesByPath, `/a/$account${path}`),
			),
		[reeve, routesByPath],
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
