import { Dialog } from "@base-ui/react/dialog";
import X from "lucide-react/icons/x";
import { IconButton } from "../../kit/icon-button.tsx";
import { Navigation } from "./navigation.tsx";
import classes from "./navigation-drawer.module.css";

/** The navigation on narrow screens: it slides in from the side and goes when a page is chosen. */
export function NavigationDrawer({
	open,
	onClose,
}: {
	open: boolean;
	onClose: () => void;
}) {
	return (
		<Dialog.Root
			open={open}
			onOpenChange={(isOpen) => {
				if (!isOpen) onClose();
			}}
		>
			<Dialog.Portal>
				<Dialog.Backdrop className={classes.backdrop} />
				<Dialog.Popup className={classes.drawer}>
					<div className={classes.head}>
						<Dialog.Title className={classes.title}>Reeve</Dialog.Title>
						<Dialog.Close
							render={
								<IconButton
									label="Close navigation"
									hideWords
									icon={<X aria-hidden="true" />}
								/>
							}
						/>
					</div>
					<Navigation onLeave={onClose} />
				</Dialog.Popup>
			</Dialog.Portal>
		</Dialog.Root>
	);
}
