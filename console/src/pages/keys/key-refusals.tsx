import { useQuery } from "@tanstack/react-query";
import type { Audit, Key } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { Time } from "../../format/time.tsx";
import { Card } from "../../kit/card.tsx";
import classes from "./key-usage.module.css";
import { lookBackSince } from "./look-back.ts";

const SHOWN_MAX = 10;

/** The last calls of a key that were refused, and why. */
export function KeyRefusals({
	apiKey: { id },
	days,
}: {
	apiKey: Key;
	days: number;
}) {
	const { client, accountParam, may } = useReeve();
	const { data } = useQuery({
		queryKey: [accountParam, "audit", "refused", id, days],
		queryFn: ({ signal }) =>
			client.audit.list(
				{
					credential_id: id,
					outcome: "refused",
					from: lookBackSince(days),
					limit: SHOWN_MAX,
				},
				{ signal },
			),
		enabled: may("audit.list"),
	});
	if (!data || data.data.length === 0) return null;
	return (
		<Card title="Last refusals" flush>
			<RefusalTable events={data.data} />
		</Card>
	);
}

function RefusalTable({ events }: { events: readonly Audit[] }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
		<section className={classes.scroll} tabIndex={0} aria-label="Last refusals">
			<table className={classes.table}>
				<thead>
					<tr>
						<th scope="col">When</th>
						<th scope="col">Operation</th>
						<th scope="col">Why</th>
						<th scope="col">From</th>
					</tr>
				</thead>
				<tbody>
					{events.map((event) => (
						<tr key={event.id}>
							<td>
								<Time value={event.at} />
							</td>
							<td>
								<code>{event.operation}</code>
							</td>
							<td>{reasonOf(event)}</td>
							<td>{event.address}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

const words: Record<string, string> = {
	key_access: "The key does not open it",
	role: "The user's role does not allow it",
	rate_limited: "Too many calls",
};

function reasonOf(event: Audit): string {
	const reason = (event as { reason?: string }).reason ?? "";
	return words[reason] ?? reason;
}
