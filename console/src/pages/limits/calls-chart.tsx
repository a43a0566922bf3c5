import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useReeve } from "../../app/reeve.tsx";
import { formatNumber } from "../../format/numbers.ts";
import { countOf } from "../../format/plurals.ts";
import { Card } from "../../kit/card.tsx";
import { Chart } from "../../kit/chart.tsx";
import type { ChartSeries } from "../../kit/chart-data.ts";
import { ErrorState } from "../../kit/error-state.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
import { lookBackSince } from "../keys/look-back.ts";

/** Calls, refusals and calls that a limit turned away, hour by hour; of one key, or of all that one may see. */
export function CallsChart({
	days,
	credentialId,
}: {
	days: number;
	credentialId?: string | undefined;
}) {
	const { client, accountParam, may } = useReeve();
	const isAsked = may("limits.history");
	const { data, isPending, error, refetch } = useQuery({
		queryKey: [accountParam, "limits", "history", days, credentialId],
		queryFn: ({ signal }) =>
			client.limits.history(
				{
					from: lookBackSince(days),
					...(credentialId ? { credential_id: credentialId } : {}),
				},
				{ signal },
			),
		enabled: isAsked,
	});
	const { times, series } = useMemo(() => seriesOf(data?.hours ?? []), [data]);
	if (!isAsked) return null;
	if (isPending) return <SkeletonLines lines={5} />;
	if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
	return (
		<Card
			title="By hour"
			description={`${countOf(data.calls, "call")}, ${formatNumber(data.refusals)} of them refused. ${formatNumber(data.limited)} more were turned away by a limit.`}
		>
			<Chart
				label="Calls by hour"
				kind="bars"
				times={times}
				series={series}
				height={180}
			/>
		</Card>
	);
}

interface Hour {
	hour: string;
	calls: number;
	refusals: number;
	limited: number;
}

function seriesOf(hours: readonly Hour[]): {
	times: string[];
	series: ChartSeries[];
} {
	return {
		times: hours.map(({ hour }) => hour),
		series: [
			// What was refused was counted as a call before that.
			{
				label: "Done",
				values: hours.map(({ calls, refusals }) => calls - refusals),
			},
			{
				label: "Refused",
				values: hours.map(({ refusals }) => refusals),
				tone: "danger",
			},
			{
				label: "Turned away by a limit",
				values: hours.map(({ limited }) => limited),
				tone: "warning",
			},
		],
	};
}
