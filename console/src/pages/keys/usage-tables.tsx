import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { KeyUsageAnswer } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { formatNumber } from "../../format/numbers.ts";
import { Time } from "../../format/time.tsx";
import { Card } from "../../kit/card.tsx";
import classes from "./key-usage.module.css";

interface UsageProps {
	usage: KeyUsageAnswer;
}

/** What was called, most used first. Nothing where there is nothing. */
export function OperationTable({ usage: { operations } }: UsageProps) {
	return (
		<FigureTable
			title="By operation"
			isEmpty={operations.length === 0}
			head={["Operation", "Calls", "Refused", "Limited", "Last hour"]}
		>
			{operations.map((row) => (
				<tr key={row.operation}>
					<th scope="row">
						<code>{row.operation}</code>
					</th>
					<Figures row={row} />
					<td>
						<Time value={row.last_hour} as="absolute" />
					</td>
				</tr>
			))}
		</FigureTable>
	);
}

/** Where it was called from. */
export function AddressTable({ usage: { addresses } }: UsageProps) {
	return (
		<FigureTable
			title="By address"
			isEmpty={addresses.length === 0}
			head={["Address", "Calls", "Refused", "Limited", "Last call"]}
		>
			{addresses.map((row) => (
				<tr key={row.address}>
					<th scope="row">{row.address || "Others"}</th>
					<Figures row={row} />
					<td>
						<Time value={row.last_at} />
					</td>
				</tr>
			))}
		</FigureTable>
	);
}

/** Its last refused calls, each with the way to its entry in the audit log. */
export function RefusalTable({ usage: { refused } }: UsageProps) {
	const { accountParam: account, may } = useReeve();
	return (
		<FigureTable
			title="Last refusals"
			isEmpty={refused.length === 0}
			head={["When", "Operation", "Why", "From"]}
		>
			{refused.map(({ event_id: id, at, operation, reason, address }) => (
				<tr key={id}>
					<td>
						<Time value={at} />
					</td>
					<td>
						{may("audit.get") ? (
							<Link to="/a/$account/audit/$id" params={{ account, id }}>
								<code>{operation}</code>
							</Link>
						) : (
							<code>{operation}</code>
						)}
					</td>
					<td>{words[reason] ?? reason.replaceAll("_", " ")}</td>
					<td>{address}</td>
				</tr>
			))}
		</FigureTable>
	);
}

const words: Record<string, string> = {
	key_access: "The key does not open it",
	role: "The user's role does not allow it",
	rate_limited: "Too many calls",
	address_not_allowed: "Not from this address",
	api_access_off: "API access is off for the user",
	credential_disabled: "The key is disabled",
	credential_expired: "The key has expired",
};

function Figures({
	row: { calls, refusals, limited },
}: {
	row: { calls: number; refusals: number; limited: number };
}) {
	return [calls, refusals, limited].map((figure, at) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: three figures, always in this order.
		<td key={at} className={classes.figure}>
			{formatNumber(figure)}
		</td>
	));
}

const figures = ["Calls", "Refused", "Limited"];

function FigureTable({
	title,
	head,
	isEmpty,
	children,
}: {
	title: string;
	head: readonly string[];
	isEmpty: boolean;
	children: ReactNode;
}) {
	if (isEmpty) return null;
	return (
		<Card title={title} flush>
			<section
				className={classes.scroll}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
				tabIndex={0}
				aria-label={title}
			>
				<table className={classes.table}>
					<thead>
						<tr>
							{head.map((name) => (
								<th
									key={name}
									scope="col"
									className={figures.includes(name) ? classes.figure : ""}
								>
									{name}
								</th>
							))}
						</tr>
					</thead>
					<tbody>{children}</tbody>
				</table>
			</section>
		</Card>
	);
}
