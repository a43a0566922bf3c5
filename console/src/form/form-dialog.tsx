import { type ReactNode, useId, useState } from "react";
import { Button } from "../kit/button.tsx";
import { Dialog } from "../kit/dialog.tsx";
import { DiscardDialog } from "./discard-dialog.tsx";
import { FormBody } from "./form-body.tsx";
import type { Form } from "./form-state.ts";
import { useUnloadGuard } from "./unload-guard.ts";

export interface FormDialogProps<V extends object> {
	form: Form<V>;
	/** Default true: mount the component that holds the form when it opens, `{isOpen && <NewGroup onClose={…} />}`. */
	open?: boolean | undefined;
	onClose: () => void;
	/** What is made or changed: "New group". */
	title: ReactNode;
	description?: ReactNode;
	/** The verb and its object: "Create group". */
	action: string;
	size?: "small" | "medium" | "large" | "wide" | undefined;
	/** The last button takes something away. */
	danger?: boolean | undefined;
	/** Nothing can be sent yet. */
	disabled?: boolean | undefined;
	children: ReactNode;
}

/** A short form in a dialog. Closing it asks first when something would be lost; while it is sent it stays open. */
export function FormDialog<V extends object>(props: FormDialogProps<V>) {
	const { form, open = true, onClose } = props;
	const formId = useId();
	const [isAsking, setAsking] = useState(false);
	useUnloadGuard(form.losesChanges);
	const close = () => {
		if (form.isPending) return;
		if (form.losesChanges()) setAsking(true);
		else onClose();
	};
	return (
		<Dialog
			open={open}
			onClose={close}
			title={props.title}
			description={props.description}
			size={props.size}
			keepOnOutsidePress={form.isDirty}
			footer={
				<>
					<Button onClick={close}>Cancel</Button>
					<Button
						type="submit"
						form={formId}
						variant={props.danger ? "danger" : "primary"}
						pending={form.isPending}
						disabled={props.disabled}
					>
						{props.action}
					</Button>
				</>
			}
		>
			<FormBody form={form} id={formId}>
				{props.children}
			</FormBody>
			<DiscardDialog
				open={isAsking}
				onStay={() => setAsking(false)}
				onDiscard={() => {
					setAsking(false);
					onClose();
				}}
			/>
		</Dialog>
	);
}
