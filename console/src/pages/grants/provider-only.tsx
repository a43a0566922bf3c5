import { Link } from "@tanstack/react-router";
import Building2 from "lucide-react/icons/building-2";
import type { ReactNode } from "react";
import { useReeve } from "../../app/reeve.tsx";
import { ButtonLink } from "../../kit/button-link.tsx";
import { EmptyState } from "../../kit/empty-state.tsx";

/** What only a provider's own account has; elsewhere it says where to look. */
export function ProviderOnly({
	what,
	children,
}: {
	/** "Tenants", "Grants". */
	what: string;
	children: ReactNode;
}) {
	const { account, home, isAll } = useReeve();
	if (account.kind === "provider" && !isAll) return children;
	const isProvider = home.kind === "provider";
	return (
		<EmptyState
			icon={<Building2 aria-hidden="true" />}
			title={`${what} are kept in a provider's own account`}
			action={
				isProvider ? (
					<ButtonLink
						variant="primary"
						render={<Link to="/a/$account" params={{ account: home.id }} />}
					>
						Go to {home.name}
					</ButtonLink>
				) : null
			}
		>
			{isProvider
				? "Choose your own account to see them."
				: "This account has no tenants."}
		</EmptyState>
	);
}
