import { Link } from "@tanstack/react-router";
import Building2 from "lucide-react/icons/building-2";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { ButtonLink } from "../../kit/button-link.tsx";
import { EmptyState } from "../../kit/empty-state.tsx";

/** Settings are of one account: with all of them in view, one is chosen first. */
export function ChooseAccount() {
	const { home } = useReeve();
	return (
		<Page title="Settings">
			<EmptyState
				icon={<Building2 aria-hidden="true" />}
				title="Choose an account"
				action={
					<ButtonLink
						render={
							<Link to="/a/$account/settings" params={{ account: home.id }} />
						}
					>
						Settings of {home.name}
					</ButtonLink>
				}
			>
				Each account has its own settings; the switcher above finds the one you
				mean.
			</EmptyState>
		</Page>
	);
}
