import classes from "./spinner.module.css";

/** A turning ring in the colour of the text around it. It says nothing by itself: text or `aria-busy` stands beside it. */
export function Spinner({ size = 16 }: { size?: number }) {
	return (
		<svg
			className={classes.spinner}
			width={size}
			height={size}
			viewBox="0 0 16 16"
			fill="none"
			stroke="currentColor"
			strokeWidth="2"
			strokeLinecap="round"
			aria-hidden="true"
		>
			<circle className={classes.track} cx="8" cy="8" r="6.5" />
			<path d="M14.5 8A6.5 6.5 0 0 0 8 1.5" />
		</svg>
	);
}

/** Says that something is loading, to eyes and to screen readers. Where the shape is known, take `Skeleton`. */
export function Loading({ label = "Loading…" }: { label?: string }) {
	return (
		<div role="status" className={classes.waiting}>
			<Spinner />
			{label}
		</div>
	);
}
