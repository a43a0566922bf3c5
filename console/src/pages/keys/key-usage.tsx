import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Key, KeyUsageAnswer } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { ErrorState } from "../../kit/error-state.tsx";
import { Section } from "../../kit/section.tsx";
import { SegmentedControl } from "../../kit/segmented-control.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
import { CallsChart } from "../limits/calls-chart.tsx";
import { KeyBudget } from "../limits/key-budget.tsx";
import { type Period, periods } from "../limits/periods.ts";
import { lookBackSince } from "./look-back.ts";
import { AddressTable, OperationTable, RefusalTable } from "./usage-tables.tsx";

/** What a key did lately: calls by hour, operation and address, and what was refused. */
export function KeyUsage({ apiKey: { id } }: { apiKey: Key }) {
	const { client, accountParam, may } = useReeve();
	const [period, setPeriod] = useState<Period>("7");
	const isAllowed = may("keys.usage");
	const { data, isPending, error, refetch } = useQuery({
		queryKey: [accountParam, "key_usage", id, period],
		queryFn: ({ signal }) =>
			client.keys.usage(
				{ id, since: lookBackSince(Number(period)), hours: true },
				{ signal },
			),
		enabled: isAllowed,
		placeholderData: keepPreviousData,
	});
	if (!isAllowed) return null;
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
			<KeyBudget credentialId={id} />
			{isPending ? <SkeletonLines lines={5} /> : null}
			{error ? (
				<ErrorState error={error} onRetry={() => void refetch()} />
			) : null}
			{data ? <Figures usage={data} /> : null}
		</Section>
	);
}

const noHours: NonNullable<KeyUsageAnswer["hours"]> = [];

function Figures({ usage }: { usage: KeyUsageAnswer }) {
	return (
		<>
			<CallsChart total={usage} hours={usage.hours ?? noHours} />
			<OperationTable usage={usage} />
			<AddressTable usage={usage} />
			<RefusalTable usage={usage} />
		</>
	);
}
