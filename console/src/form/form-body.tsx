import type { KeyboardEvent, ReactNode } from "react";
import classes from "./form.module.css";
import { FormBanner } from "./form-banner.tsx";
import type { Form } from "./form-state.ts";

export interface FormBodyProps<V extends object> {
	form: Form<V>;
	/** Lets a button outside submit it (`<button form={id} type="submit">`). */
	id?: string | undefined;
	children: ReactNode;
}

/** The form element: banner above, fields below; Enter and Ctrl/⌘+Enter submit. For forms that are neither dialog nor page. */
export function FormBody<V extends object>({
	form,
	id,
	children,
}: FormBodyProps<V>) {
	return (
		<form
			id={id}
			ref={form.element}
			className={classes.form}
			noValidate
			onSubmit={(event) => {
				// A form inside a dialog inside a form: the event climbs the tree of components.
				event.preventDefault();
				event.stopPropagation();
				void form.submit();
			}}
			onKeyDown={submitByShortcut}
		>
			<FormBanner problem={form.problem} onReload={form.reload} />
			{children}
		</form>
	);
}

function submitByShortcut(event: KeyboardEvent<HTMLFormElement>) {
	if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
	event.preventDefault();
	event.stopPropagation();
	event.currentTarget.requestSubmit();
}
