import { Button as BaseButton } from "@base-ui/react/button";
import type { ComponentProps, ReactNode, Ref } from "react";
import classes from "./button.module.css";
import { classNames } from "./class-names.ts";
import { Spinner } from "./spinner.tsx";

export type ButtonVariant =
	| "primary"
	| "secondary"
	| "quiet"
	| "danger"
	| "dangerQuiet";

export interface ButtonProps
	extends Omit<ComponentProps<"button">, "className" | "ref" | "style"> {
	/** `primary` once a view at most; `danger` for the last step of something that takes away; default `secondary`. */
	variant?: ButtonVariant | undefined;
	size?: "medium" | "large" | undefined;
	/** An icon before the text. */
	icon?: ReactNode;
	/** The call is under way: shows a spinner, keeps the focus, ignores clicks. */
	pending?: boolean | undefined;
	/** As wide as what it stands in. */
	wide?: boolean | undefined;
	ref?: Ref<HTMLButtonElement> | undefined;
}

/**
 * Does something when pressed; its text is a verb ("Create key"). For going somewhere take `ButtonLink`, for an icon
 * without text `IconButton`. A disabled one keeps its place in the order of the Tab key.
 */
export function Button({
	variant,
	size,
	icon,
	pending = false,
	wide,
	disabled,
	children,
	type = "button",
	...rest
}: ButtonProps) {
	return (
		<BaseButton
			{...rest}
			type={type}
			disabled={disabled || pending}
			focusableWhenDisabled
			aria-busy={pending || undefined}
			className={buttonClass(variant, size, wide)}
		>
			{pending ? <Spinner /> : icon}
			{children}
		</BaseButton>
	);
}

/** The looks of a button, for what is none: links that stand among buttons. */
export function buttonClass(
	variant: ButtonVariant = "secondary",
	size: "medium" | "large" = "medium",
	wide = false,
): string {
	return classNames(
		classes.button,
		classes[variant],
		size === "large" && classes.large,
		wide && classes.wide,
	);
}
