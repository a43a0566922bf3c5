import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import Info from "lucide-react/icons/info";
import LogIn from "lucide-react/icons/log-in";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { ReactNode } from "react";
import classes from "./banner.module.css";
import { classNames } from "./class-names.ts";

const icons = {
	info: Info,
	success: CircleCheck,
	warning: TriangleAlert,
	danger: CircleAlert,
	external: LogIn,
};

const spoken = {
	info: "Note",
	success: "Done",
	warning: "Warning",
	danger: "Error",
	external: "External",
};

export type BannerKind = keyof typeof icons;

export interface BannerProps {
	/** `external` marks what happens in somebody else's account. */
	kind?: BannerKind | undefined;
	title?: ReactNode;
	/** A button or a link at its end. */
	action?: ReactNode;
	children?: ReactNode;
}

/** Something to know that stays on the page. A `danger` one is read aloud at once. For what passes take `toast`. */
export function Banner({
	kind = "info",
	title,
	action,
	children,
}: BannerProps) {
	const Icon = icons[kind];
	return (
		<div
			className={classNames(classes.banner, classes[kind])}
			role={kind === "danger" ? "alert" : undefined}
		>
			<Icon className={classes.icon} aria-label={spoken[kind]} role="img" />
			<div className={classes.words}>
				{title ? <p className={classes.title}>{title}</p> : null}
				{children ? <div>{children}</div> : null}
			</div>
			{action ? <div className={classes.action}>{action}</div> : null}
		</div>
	);
}
