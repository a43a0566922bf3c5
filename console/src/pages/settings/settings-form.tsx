import type { ReactNode } from "react";
import { FormPage } from "../../form/form-page.tsx";
import type { Form } from "../../form/form-state.ts";
import { Banner } from "../../kit/banner.tsx";
import classes from "./settings.module.css";

export interface SettingsFormProps<V extends object> {
	form: Form<V>;
	/** Whoever may only look sees the same fields, and no button. */
	mayEdit: boolean;
	children: ReactNode;
}

/** A part of the settings, saved as a whole. Saving waits for a change. */
export function SettingsForm<V extends object>({
	form,
	mayEdit,
	children,
}: SettingsFormProps<V>) {
	if (mayEdit)
		return (
			<FormPage form={form} action="Save" disabled={!form.isDirty}>
				{children}
			</FormPage>
		);
	return (
		<div className={classes.readOnly}>
			<Banner>Administrators of this account change these.</Banner>
			{children}
		</div>
	);
}
