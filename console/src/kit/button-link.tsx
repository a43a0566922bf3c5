import { useRender } from "@base-ui/react/use-render";
import type { ReactElement, ReactNode } from "react";
import { type ButtonVariant, buttonClass } from "./button.tsx";

export interface ButtonLinkProps {
	/** The link itself: `<Link to="/a/$account/keys" params={…} />` of the router, or `<a href>`. */
	render: ReactElement<Record<string, unknown>>;
	variant?: ButtonVariant | undefined;
	size?: "medium" | "large" | undefined;
	icon?: ReactNode;
	wide?: boolean | undefined;
	children: ReactNode;
}

/** A link that looks like a button, for going somewhere. It opens in a new tab like any link. */
export function ButtonLink({
	render,
	variant,
	size,
	icon,
	wide,
	children,
}: ButtonLinkProps) {
	return useRender({
		render,
		props: {
			className: buttonClass(variant, size, wide),
			children: (
				<>
					{icon}
					{children}
				</>
			),
		},
	});
}
