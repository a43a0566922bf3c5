import { useRender } from "@base-ui/react/use-render";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { ReactElement } from "react";
import classes from "./breadcrumbs.module.css";

export interface Crumb {
	label: string;
	/** The link; the last one, where one is, has none. */
	render?: ReactElement<Record<string, unknown>> | undefined;
}

/** The way up from the page of one thing to its list. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
	return (
		<nav aria-label="Breadcrumb">
			<ol className={classes.list}>
				{items.map((item, index) => (
					<li key={item.label} className={classes.item}>
						{index > 0 ? <ChevronRight aria-hidden="true" /> : null}
						{item.render ? (
							<CrumbLink label={item.label} render={item.render} />
						) : (
							<span aria-current="page">{item.label}</span>
						)}
					</li>
				))}
			</ol>
		</nav>
	);
}

function CrumbLink({
	label,
	render,
}: Required<Omit<Crumb, "render">> & {
	render: ReactElement<Record<string, unknown>>;
}) {
	return useRender({ render, props: { children: label } });
}
