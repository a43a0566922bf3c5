import { Toast } from "@base-ui/react/toast";
import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import Info from "lucide-react/icons/info";
import X from "lucide-react/icons/x";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { IconButton } from "./icon-button.tsx";
import classes from "./toast.module.css";
import { toastQueue } from "./toast.ts";

const icons = { success: CircleCheck, error: CircleAlert, info: Info };

/** A toast takes no focus and shuts nothing off. */
const notADialog = { role: "group", "aria-modal": undefined };

/** Where toasts appear, read aloud as they come; F6 goes there. Stands once in the app, around nothing. */
export function ToastRegion() {
	return (
		<Toast.Provider toastManager={toastQueue} limit={4}>
			<Toast.Portal>
				<Toast.Viewport className={classes.viewport}>
					<Toasts />
				</Toast.Viewport>
			</Toast.Portal>
		</Toast.Provider>
	);
}

function Toasts() {
	const { toasts } = Toast.useToastManager();
	return toasts.map((one) => (
		<Toast.Root
			key={one.id}
			toast={one}
			{...notADialog}
			className={classes.toast}
			swipeDirection={["right", "down"]}
		>
			<Toast.Content className={classes.content}>
				<ToastIcon type={one.type} />
				<div className={classes.words}>
					<Toast.Title className={classes.title} render={<p />} />
					{one.description ? (
						<Toast.Description className={classes.description} />
					) : null}
				</div>
				{one.actionProps ? (
					<Toast.Action render={<Button variant="quiet" />} />
				) : null}
				<Toast.Close
					aria-hidden={undefined}
					render={
						<IconButton label="Dismiss" icon={<X aria-hidden="true" />} />
					}
				/>
			</Toast.Content>
		</Toast.Root>
	));
}

function ToastIcon({ type = "info" }: { type?: string | undefined }) {
	const kind = type === "success" || type === "error" ? type : "info";
	const Icon = icons[kind];
	return (
		<Icon
			aria-hidden="true"
			className={classNames(classes.icon, classes[kind])}
		/>
	);
}
