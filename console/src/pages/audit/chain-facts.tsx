import { formatNumber } from "../../format/numbers.ts";
import { countOf } from "../../format/plurals.ts";
import { Time } from "../../format/time.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import classes from "./audit.module.css";
import type { ChainCheck } from "./check-chain.ts";

/** How long the chain is, where it ends, and how far it is signed. */
export function ChainFacts({ now }: { now: ChainCheck }) {
	const { head, last } = now;
	return (
		<KeyValueList
			items={[
				{ label: "Events in the chain", value: formatNumber(head.sequence) },
				head.hash !== null && {
					label: "Hash of the last",
					value: <code className={classes.hash}>{head.hash}</code>,
					copy: head.hash,
				},
				{ label: "Last sealed", value: <Time value={head.sealed_at} /> },
				{ label: "Last signature", value: <Signature now={now} /> },
				last !== undefined &&
					last.unsealed > 0 && {
						label: "Not in it yet",
						value: `${countOf(last.unsealed, "event")}, sealed within a moment`,
					},
				last !== undefined && {
					label: "Verified",
					value: <Time value={last.checked_at} as="seconds" />,
				},
			]}
		/>
	);
}

function Signature({ now: { head, last } }: { now: ChainCheck }) {
	const { checkpoint } = head;
	if (!checkpoint) return "None yet: it is signed every few minutes";
	const isForeign =
		last?.checkpoint?.key_id === checkpoint.key_id && !last.checkpoint.own_key;
	return (
		<span>
			Up to event {formatNumber(checkpoint.sequence)},{" "}
			<Time value={checkpoint.at} />, by key <code>{checkpoint.key_id}</code>
			{isForeign ? ", which is not this server’s own" : ""}
		</span>
	);
}
