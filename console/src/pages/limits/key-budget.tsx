import { useQuery } from "@tanstack/react-query";
import { useReeve } from "../../app/reeve.tsx";
import { formatNumber } from "../../format/numbers.ts";
import { Card } from "../../kit/card.tsx";
import { Meter } from "../../kit/meter.tsx";
import { fullAgain } from "./budget-meter.tsx";

const REFRESH_MS = 15_000;

/** What is left of one credential's budget. Nothing for who may not see it. */
export function KeyBudget({ credentialId }: { credentialId: string }) {
	const { client, accountParam, may } = useReeve();
	const { data } = useQuery({
		queryKey: [accountParam, "limits", "of", credentialId],
		queryFn: ({ signal }) =>
			client.limits.get({ credential_id: credentialId }, { signal }),
		enabled: may("limits.get"),
		refetchInterval: REFRESH_MS,
	});
	const budget = data?.budgets[0];
	if (!data || !budget) return null;
	return (
		<Card>
			<Meter
				label={`Budget: ${formatNumber(data.credential_per_minute)} calls a minute, ${formatNumber(data.credential_burst)} at once. ${fullAgain(budget)}`}
				value={budget.remaining}
				max={budget.limit}
			/>
		</Card>
	);
}
