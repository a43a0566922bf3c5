import classes from "./skeleton.module.css";

export interface SkeletonProps {
	/** Any CSS width; text is rarely as wide as its cell. */
	width?: number | string | undefined;
	height?: number | undefined;
}

/** A grey bar where a word will stand. Silent: `SkeletonLines` or a `role="status"` nearby says that it loads. */
export function Skeleton({ width = "100%", height }: SkeletonProps) {
	return (
		<span
			className={classes.bar}
			style={{ width, height }}
			aria-hidden="true"
		/>
	);
}

/** A few bars for a paragraph or a card that is loading, announced. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
	return (
		<div className={classes.block} role="status">
			<span className={classes.hidden}>Loading…</span>
			{widths.slice(0, lines).map((width) => (
				<Skeleton key={width} width={width} />
			))}
		</div>
	);
}

const widths = ["72%", "88%", "54%", "80%", "64%", "92%", "48%", "76%"];
