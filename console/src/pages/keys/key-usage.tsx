import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Key, KeyUsageAnswer } from "../../../../generated/client.ts";
import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Section } from "../../kit/section.tsx";
import { SegmentedControl } from "../../kit/segmented-control.tsx";
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
	const query = useQuery({
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
			<Loaded query={query} lines={5}>
				{(usage) => <Figures usage={usage} />}
			</Loaded>
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
