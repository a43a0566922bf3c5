import { Link } from "@tanstack/react-router";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { ButtonLink } from "../../kit/button-link.tsx";
import { ReceivedInvitations } from "../tenants/received-invitations.tsx";
import { AttentionSection } from "./attention-section.tsx";
import { Figures } from "./figures.tsx";
import { FirstSteps } from "./first-steps.tsx";
import classes from "./home.module.css";
import { LatestEvents } from "./latest-events.tsx";
import { Refusals } from "./refusals.tsx";
import { useFirstSteps } from "./use-first-steps.ts";
import { useOverview } from "./use-overview.ts";

/** Where one arrives: what needs attention now, and how things stand. */
export function HomePage() {
	const { account, isAll } = useReeve();
	const overview = useOverview();
	const steps = useFirstSteps(overview.data);
	return (
		<Page
			title={isAll ? "All tenants" : account.name}
			description={
				isAll
					? "Every account that you may enter, your own included."
					: undefined
			}
			curl={(client) => client.attention.list()}
			actions={<WayToAll />}
		>
			<div className={classes.sections}>
				<ReceivedInvitations />
				{steps.isShown ? <FirstSteps {...steps} /> : null}
				<AttentionSection />
				<Figures overview={overview} />
				<div className={classes.pair}>
					{/* A server that is just set up has no history; the first steps need a call of their own. */}
					{steps.isShown || overview.isLoading ? null : <Refusals />}
					<LatestEvents />
				</div>
			</div>
		</Page>
	);
}

/** A provider's own account is one of many. */
function WayToAll() {
	const { account, home, isAll } = useReeve();
	if (isAll || account.id !== home.id || home.kind !== "provider") return null;
	return (
		<ButtonLink render={<Link to="/a/$account" params={{ account: "all" }} />}>
			Look at all tenants
		</ButtonLink>
	);
}
