import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { useId, useState } from "react";
import classes from "./tooltip.module.css";

export interface TooltipProps {
	/** A few words. What somebody needs to know stands on the page, not here. */
	text: ReactNode;
	/** The one element it belongs to; it must take the focus. */
	children: ReactElement<Record<string, unknown>>;
	side?: "top" | "bottom" | "left" | "right" | undefined;
}

/** A few words beside something on hover and focus; Escape hides it. In the cells of long lists `title` is cheaper. */
export function Tooltip({ text, children, side = "top" }: TooltipProps) {
	const id = useId();
	const [isOpen, setOpen] = useState(false);
	const isName = children.props["aria-label"] === text;
	return (
		<Base.Root open={isOpen} onOpenChange={setOpen}>
			<Base.Trigger
				render={children}
				delay={400}
				{...(isOpen && !isName ? { "aria-describedby": id } : {})}
			/>
			<Base.Portal>
				<Base.Positioner
					side={side}
					sideOffset={6}
					className={classes.positioner}
				>
					<Base.Popup id={id} className={classes.popup}>
						{text}
					</Base.Popup>
				</Base.Positioner>
			</Base.Portal>
		</Base.Root>
	);
}
