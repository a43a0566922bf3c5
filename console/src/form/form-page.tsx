import { useBlocker } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Button } from "../kit/button.tsx";
import { classNames } from "../kit/class-names.ts";
import { DiscardDialog } from "./discard-dialog.tsx";
import classes from "./form.module.css";
import { FormBody } from "./form-body.tsx";
import type { Form } from "./form-state.ts";

export interface FormPageProps<V extends object> {
	form: Form<V>;
	/** The verb: "Save", "Create policy". */
	action: string;
	/** Goes back; without it there is no Cancel, as on a page of settings, where Undo appears once something changed. */
	onCancel?: (() => void) | undefined;
	disabled?: boolean | undefined;
	children: ReactNode;
}

/** A form that is a page, or a card of one: fields, then its buttons. Going elsewhere asks first when something would be lost. */
export function FormPage<V extends object>({
	form,
	action,
	onCancel,
	disabled,
	children,
}: FormPageProps<V>) {
	const leaving = useBlocker({
		shouldBlockFn: form.losesChanges,
		enableBeforeUnload: form.losesChanges,
		withResolver: true,
	});
	return (
		<div className={classNames(classes.form, classes.page)}>
			<FormBody form={form}>
				{children}
				<div className={classes.actions}>
					<Button
						type="submit"
						variant="primary"
						pending={form.isPending}
						disabled={disabled}
					>
						{action}
					</Button>
					{onCancel ? <Button onClick={onCancel}>Cancel</Button> : null}
					{!onCancel && form.isDirty ? (
						<Button onClick={() => form.reset()}>Undo changes</Button>
					) : null}
				</div>
			</FormBody>
			<DiscardDialog
				open={leaving.status === "blocked"}
				onStay={() => leaving.reset?.()}
				onDiscard={() => leaving.proceed?.()}
			/>
		</div>
	);
}
