import ExternalLinkIcon from "lucide-react/icons/external-link";
import type { ReactNode } from "react";
import classes from "./external-link.module.css";
import { VisuallyHidden } from "./visually-hidden.tsx";

/** A link out of the console, in a new tab; what it leads to learns nothing of where it was. */
export function ExternalLink({
	href,
	children,
}: {
	href: string;
	children: ReactNode;
}) {
	return (
		<a
			className={classes.link}
			href={href}
			target="_blank"
			rel="noopener noreferrer"
		>
			{children}
			<ExternalLinkIcon aria-hidden="true" />
			<VisuallyHidden>(opens in a new tab)</VisuallyHidden>
		</a>
	);
}
