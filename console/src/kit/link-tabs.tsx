import { useRender } from "@base-ui/react/use-render";
import type { ReactElement } from "react";
import classes from "./tabs.module.css";

export interface LinkTab {
	label: string;
	/** The link: `<Link to=… />` of the router, which marks the current one by `aria-current`. */
	render: ReactElement<Record<string, unknown>>;
}

/** Pages side by side that look like tabs: each has its path. */
export function LinkTabs({
	label,
	tabs,
}: {
	label: string;
	tabs: readonly LinkTab[];
}) {
	return (
		<nav className={classes.list} aria-label={label}>
			{tabs.map((tab) => (
				<TabLink key={tab.label} tab={tab} />
			))}
		</nav>
	);
}

function TabLink({ tab }: { tab: LinkTab }) {
	return useRender({
		render: tab.render,
		props: { className: classes.tab, children: tab.label },
	});
}
