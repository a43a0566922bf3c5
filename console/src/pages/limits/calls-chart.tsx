import { useMemo } from "react";
import { formatNumber } from "../../format/numbers.ts";
import { countOf } from "../../format/plurals.ts";
import { Card } from "../../kit/card.tsx";
import { Chart } from "../../kit/chart.tsx";
import type { ChartSeries } from "../../kit/chart-data.ts";

/** Calls let in, of those refused by rights, and, besides, those that a limit turned away. */
export interface CallFigures {
	calls: number;
	refusals: number;
	limited: number;
}

export interface HourOfCalls extends CallFigures {
	hour: string;
}

/** Calls, refusals and calls that a limit turned away, hour by hour. */
export function CallsChart({
	total,
	hours,
}: {
	total: CallFigures;
	/** Keep the array's identity between renders. */
	hours: readonly HourOfCalls[];
}) {
	const { times, series } = useMemo(() => seriesOf(hours), [hours]);
	return (
		<Card title="By hour" description={callsSentence(total)}>
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

/** "602 calls, 5 of them refused. 140 more were turned away by a limit." */
export function callsSentence({ calls, refusals, limited }: CallFigures) {
	if (calls + limited === 0) return "No call in this time.";
	const refused =
		refusals > 0 ? `${formatNumber(refusals)} of them refused` : "none refused";
	const away =
		limited > 0
			? ` ${formatNumber(limited)} more turned away by a limit.`
			: " None turned away by a limit.";
	return `${countOf(calls, "call")}, ${refused}.${away}`;
}

function seriesOf(hours: readonly HourOfCalls[]): {
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
