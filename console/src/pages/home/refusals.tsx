import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useMemo } from "react";
import type { LimitHistoryAnswer } from "../../../../generated/client.ts";
import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import { Card } from "../../kit/card.tsx";
import { Section } from "../../kit/section.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
import { REFRESH_MS } from "./refresh.ts";

/** Fetched when there is something to draw: most days begin without. */
const Chart = lazy(async () => ({
	default: (await import("../../kit/chart.tsx")).Chart,
}));

const HEIGHT_PX = 150;

/** Calls that were refused or turned away over the last seven days. */
export function Refusals() {
	const { client, accountParam, may, isAll } = useReeve();
	const isOpen = may("limits.history");
	const query = useQuery({
		queryKey: [accountParam, "limits", "history", "home"],
		queryFn: ({ signal }) => client.limits.history({}, { signal }),
		enabled: isOpen,
		refetchInterval: REFRESH_MS,
	});
	if (!isOpen) return null;
	return (
		<Section title="Refused calls" actions={isAll ? null : <AllLimits />}>
			<Card>
				<Loaded query={query} lines={5} quiet>
					{(history) => <Shown history={history} />}
				</Loaded>
			</Card>
		</Section>
	);
}

function AllLimits() {
	const { accountParam: account } = useReeve();
	return (
		<Link to="/a/$account/limits" params={{ account }}>
			Limits
		</Link>
	);
}

function Shown({ history }: { history: LimitHistoryAnswer }) {
	const { calls, refusals, limited, hours } = history;
	const { times, series } = useMemo(
		() => ({
			times: hours.map(({ hour }) => hour),
			series: [
				{
					label: "Refused",
					values: hours.map((one) => one.refusals),
					tone: "danger" as const,
				},
				{
					label: "Turned away by a limit",
					values: hours.map((one) => one.limited),
					tone: "warning" as const,
				},
			],
		}),
		[hours],
	);
	if (refusals + limited === 0)
		return <p>{countOf(calls, "call")} in seven days, and none refused.</p>;
	return (
		<Suspense fallback={<SkeletonLines lines={5} />}>
			<Chart
				label="Refused calls by hour, seven days"
				kind="bars"
				times={times}
				series={series}
				height={HEIGHT_PX}
			/>
		</Suspense>
	);
}
