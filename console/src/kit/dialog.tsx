import { Dialog as Base } from "@base-ui/react/dialog";
import { type ReactNode, useRef } from "react";
import { classNames } from "./class-names.ts";
import classes from "./dialog.module.css";
import { firstPlace, useFresh, useOpener } from "./dialog-focus.ts";
import { DialogHeader } from "./dialog-header.tsx";

export interface DialogProps {
	open: boolean;
	/** Asked to close: Escape, the cross, a press outside. Keep it open by not setting `open`. */
	onClose: () => void;
	title: ReactNode;
	description?: ReactNode;
	/** The buttons, the main one last. */
	footer?: ReactNode;
	/** 420, 540, 760 or 1040 px; the whole screen on a phone. */
	size?: "small" | "medium" | "large" | "wide" | undefined;
	/** A press outside does not close it: for what must be read or was typed. */
	keepOnOutsidePress?: boolean | undefined;
	/** Shows no cross, where leaving needs an answer. */
	hideClose?: boolean | undefined;
	/** Called when it is gone, to forget what it held. */
	onClosed?: (() => void) | undefined;
	children?: ReactNode;
}

/**
 * Something to finish before going on. Holds the focus and returns it; Escape closes. For a form take `FormDialog`, for a
 * yes or no `ConfirmDialog`, for looking at one of a list `Drawer`.
 */
export function Dialog(props: DialogProps) {
	const { open, onClose, size = "medium", footer } = props;
	const popup = useRef<HTMLDivElement>(null);
	const opener = useOpener(open);
	const isFresh = useFresh(open);
	return (
		<Base.Root
			open={open}
			onOpenChange={(isOpen, { reason }) => {
				if (isOpen || (reason === "outside-press" && isFresh())) return;
				onClose();
			}}
			onOpenChangeComplete={(isOpen) => {
				if (!isOpen) props.onClosed?.();
			}}
			disablePointerDismissal={props.keepOnOutsidePress}
		>
			<Base.Portal>
				<Base.Backdrop className={classes.backdrop} forceRender />
				<Base.Viewport className={classes.viewport}>
					<Base.Popup
						ref={popup}
						className={classNames(classes.popup, classes[size])}
						initialFocus={(by) => by === "touch" || firstPlace(popup.current)}
						finalFocus={opener}
					>
						<DialogHeader {...props} />
						{props.children ? (
							<div className={classes.body} data-dialog-body>
								{props.children}
							</div>
						) : null}
						{footer ? (
							<div className={classes.footer} data-dialog-footer>
								{footer}
							</div>
						) : null}
					</Base.Popup>
				</Base.Viewport>
			</Base.Portal>
		</Base.Root>
	);
}
