import { Link } from "@tanstack/react-router";
import Building2 from "lucide-react/icons/building-2";
import type { ReactNode } from "react";
import { ButtonLink } from "../kit/button-link.tsx";
import { EmptyState } from "../kit/empty-state.tsx";
import { Page } from "./page.tsx";
import { useReeve } from "./reeve.tsx";

/** A page that makes sense in one account alone: with all of them in view it has one chosen first. */
export function AccountFirst({
	title,
	children,
}: {
	/** Of the page, said while none is chosen. */
	title: string;
	children: ReactNode;
}) {
	const { isAll, home } = useReeve();
	if (!isAll) return children;
	return (
		<Page title={title}>
			<EmptyState
				icon={<Building2 aria-hidden="true" />}
				title="Choose an account"
				action={
					<ButtonLink
						render={<Link to="." params={{ account: home.id } as never} />}
					>
						Take {home.name}
					</ButtonLink>
				}
			>
				This happens in one account; the switcher above finds the one you mean.
			</EmptyState>
		</Page>
	);
}
