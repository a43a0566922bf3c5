import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import dialog from "./dialog.module.css";
import { useFresh, useOpener } from "./dialog-focus.ts";
import { DialogHeader } from "./dialog-header.tsx";
import classes from "./drawer.module.css";

export interface DrawerProps {
	open: boolean;
	onClose: () => void;
	title: ReactNode;
	description?: ReactNode;
	/** 560 px, or 800 px when wide; the whole width on a phone. */
	wide?: boolean | undefined;
	/** Buttons at its end. */
	footer?: ReactNode;
	children?: ReactNode;
}

/** One of a list, looked at beside it: an audit row, what a key did. To change something take `FormDialog`. */
export function Drawer(props: DrawerProps) {
	const { open, onClose, footer } = props;
	const opener = useOpener(open);
	const isFresh = useFresh(open);
	return (
		<Base.Root
			open={open}
			onOpenChange={(isOpen, { reason }) => {
				if (isOpen || (reason === "outside-press" && isFresh())) return;
				onClose();
			}}
		>
			<Base.Portal>
				<Base.Backdrop className={dialog.backdrop} />
				<Base.Popup
					className={classNames(classes.popup, props.wide && classes.wide)}
					finalFocus={opener}
				>
					<DialogHeader title={props.title} description={props.description} />
					<div className={dialog.body}>{props.children}</div>
					{footer ? <div className={dialog.footer}>{footer}</div> : null}
				</Base.Popup>
			</Base.Portal>
		</Base.Root>
	);
}
