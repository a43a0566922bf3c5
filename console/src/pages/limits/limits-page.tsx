import { linkOptions } from "@tanstack/react-router";
import Gauge from "lucide-react/icons/gauge";
import type { LimitRow } from "../../../../generated/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { EmptyState } from "../../kit/empty-state.tsx";
import { Section } from "../../kit/section.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { CallsOverTime } from "./calls-over-time.tsx";
import { limitColumns } from "./limit-columns.tsx";
import { limitFilters, listLimits } from "./limit-filters.ts";
import classes from "./limits.module.css";
import { OperationLimits } from "./operation-limits.tsx";
import { ServerFigures } from "./server-figures.tsx";

const rowLink = ({ id, account_id }: LimitRow) =>
	linkOptions({
		to: "/a/$account/keys/$id",
		params: { account: account_id, id },
	});

const HEIGHT_MAX_PX = 480;
const REFRESH_MS = 15_000;

/** How much may be called, how much is left, and what was turned away. */
export function LimitsPage() {
	const { isAll, may } = useReeve();
	return (
		<Page
			title="Limits"
			description="How much may be called, what is left of it, and what was turned away."
			curl={(client) => client.limits.get()}
		>
			{isAll ? (
				<EmptyState
					icon={<Gauge aria-hidden="true" />}
					title="Choose an account"
				>
					Budgets are shown for one account at a time. Choose it above.
				</EmptyState>
			) : (
				<div className={classes.sections}>
					{may("limits.history") ? <CallsOverTime /> : null}
					{may("limits.list") ? <Credentials /> : null}
					<ServerFigures />
					<OperationLimits />
				</div>
			)}
		</Page>
	);
}

function Credentials() {
	return (
		<Section
			title="Credentials"
			description="Each has a budget of its own that refills all the time. Looking spends nothing of it."
		>
			<ResourceList
				noun="limits"
				label="Credentials"
				list={listLimits}
				columns={limitColumns}
				filters={limitFilters}
				searchHint="Search name or description"
				rowLink={rowLink}
				maxHeight={HEIGHT_MAX_PX}
				refreshMs={REFRESH_MS}
				empty={{
					icon: <Gauge aria-hidden="true" />,
					title: "No credentials yet",
					text: "Each key and token will be here with what is left of its budget.",
				}}
			/>
		</Section>
	);
}
