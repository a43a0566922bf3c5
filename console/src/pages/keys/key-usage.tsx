import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Key, KeyUsageAnswer } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { listOf } from "../../format/lists.ts";
import { formatNumber } from "../../format/numbers.ts";
import { countOf } from "../../format/plurals.ts";
import { Time } from "../../format/time.tsx";
import { Card } from "../../kit/card.tsx";
import { ErrorState } from "../../kit/error-state.tsx";
import { Section } from "../../kit/section.tsx";
import { SegmentedControl } from "../../kit/segmented-control.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
import { CallsChart } from "../limits/calls-chart.tsx";
import { KeyBudget } from "../limits/key-budget.tsx";
import { type Period, periods } from "../limits/periods.ts";
import { KeyRefusals } from "./key-refusals.tsx";
import classes from "./key-usage.module.css";
import { lookBackSince } from "./look-back.ts";

/** What a key did lately: calls by hour and by operation, from where, and what was refused. */
export function KeyUsage({ apiKey }: { apiKey: Key }) {
	const { may } = useReeve();
	const [period, setPeriod] = useState<Period>("7");
	if (!may("keys.usage")) return null;
	return (
		<Section
			title="What it did lately"
			actions={
				<SegmentedControl
					label="Period"
					options={periods}
					value={period}
					onChange={setPeriod}
				/>
			}
		>
			<KeyBudget credentialId={apiKey.id} />
			<CallsChart days={Number(period)} credentialId={apiKey.id} />
			<Operations apiKey={apiKey} days={Number(period)} />
			<KeyRefusals apiKey={apiKey} days={Number(period)} />
		</Section>
	);
}

function Operations({ apiKey: { id }, days }: { apiKey: Key; days: number }) {
	const { client, accountParam } = useReeve();
	const { data, isPending, error, refetch } = useQuery({
		queryKey: [accountParam, "key_usage", id, days],
		queryFn: ({ signal }) =>
			client.keys.usage({ id, since: lookBackSince(days) }, { signal }),
	});
	if (isPending) return <SkeletonLines lines={3} />;
	if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
	return (
		<Card
			title="By operation"
			description={<Totals usage={data} />}
			flush={data.operations.length > 0}
		>
			{data.operations.length > 0 ? <OperationTable usage={data} /> : null}
		</Card>
	);
}

const SHOWN_MAX = 3;

function Totals({ usage }: { usage: KeyUsageAnswer }) {
	const addresses = useMemo(() => addressesOf(usage), [usage]);
	if (usage.calls === 0 && usage.refusals === 0)
		return "It made no call in this time.";
	const from =
		addresses.length > 0 ? ` From ${listOf(addresses, SHOWN_MAX)}.` : "";
	return `${countOf(usage.calls, "call")}, ${formatNumber(usage.refusals)} refused.${from}`;
}

function addressesOf({ operations }: KeyUsageAnswer): string[] {
	return [
		...new Set(operations.map(({ last_address }) => last_address)),
	].filter(Boolean);
}

function OperationTable({ usage }: { usage: KeyUsageAnswer }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
		<section className={classes.scroll} tabIndex={0} aria-label="By operation">
			<table className={classes.table}>
				<thead>
					<tr>
						<th scope="col">Operation</th>
						<th scope="col" className={classes.figure}>
							Calls
						</th>
						<th scope="col" className={classes.figure}>
							Refused
						</th>
						<th scope="col">Last call</th>
						<th scope="col">From</th>
					</tr>
				</thead>
				<tbody>
					{usage.operations.map((row) => (
						<tr key={row.operation}>
							<th scope="row">
								<code>{row.operation}</code>
							</th>
							<td className={classes.figure}>{formatNumber(row.calls)}</td>
							<td className={classes.figure}>{formatNumber(row.refusals)}</td>
							<td>
								<Time value={row.last_hour} as="absolute" />
							</td>
							<td>{row.last_address}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
