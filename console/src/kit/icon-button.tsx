import { Button as BaseButton } from "@base-ui/react/button";
import type { ComponentProps, ReactNode, Ref } from "react";
import classes from "./button.module.css";
import { classNames } from "./class-names.ts";
import { Spinner } from "./spinner.tsx";
import { Tooltip } from "./tooltip.tsx";

export interface IconButtonProps
	extends Omit<
		ComponentProps<"button">,
		"className" | "ref" | "style" | "children"
	> {
	/** What it does, as text: read aloud, and shown on hover and focus. */
	label: string;
	icon: ReactNode;
	variant?: "secondary" | "quiet" | undefined;
	pending?: boolean | undefined;
	/** No words on hover and focus: Escape would hide them first, where it should close what the button closes. */
	hideWords?: boolean | undefined;
	ref?: Ref<HTMLButtonElement> | undefined;
}

/** A button that shows an icon alone, where the place is narrow and the icon is known: close, copy, more. */
export function IconButton({
	label,
	icon,
	variant = "quiet",
	pending = false,
	hideWords = false,
	disabled,
	type = "button",
	...rest
}: IconButtonProps) {
	const button = (
		<BaseButton
			{...rest}
			type={type}
			disabled={disabled || pending}
			focusableWhenDisabled
			aria-label={label}
			aria-busy={pending || undefined}
			className={classNames(classes.button, classes[variant], classes.icon)}
		>
			{pending ? <Spinner /> : icon}
		</BaseButton>
	);
	return hideWords ? button : <Tooltip text={label}>{button}</Tooltip>;
}
