import { useRender } from "@base-ui/react/use-render";
import type { ReactElement, ReactNode } from "react";
import { Skeleton } from "./skeleton.tsx";
import classes from "./stat-tile.module.css";

export interface StatTileProps {
	/** What is counted: "Devices down". */
	label: string;
	/** The figure; `undefined` while it loads. */
	value: ReactNode;
	/** A line below: a `StatusDot`, a comparison. */
	note?: ReactNode;
	/** A link to the list behind the figure: `<Link to=… />`. */
	render?: ReactElement<Record<string, unknown>> | undefined;
}

/** One figure, large, with what it counts; it leads to its list. Several stand in `StatTiles`. */
export function StatTile({
	label,
	value,
	note,
	render = <div />,
}: StatTileProps) {
	return useRender({
		render,
		props: {
			className: classes.tile,
			children: (
				<>
					<span className={classes.label}>{label}</span>
					<span className={classes.value}>
						{value === undefined ? <Skeleton width={56} height={20} /> : value}
					</span>
					{note ? <span className={classes.note}>{note}</span> : null}
				</>
			),
		},
	});
}

/** Tiles side by side, as many in a row as fit. */
export function StatTiles({ children }: { children: ReactNode }) {
	return <div className={classes.tiles}>{children}</div>;
}
