import type { ReactNode } from "react";
import type { Policy } from "../../../../generated/client.ts";
import { listOf } from "../../format/lists.ts";
import classes from "./policies.module.css";

type Rule = Policy["rules"][number];

export interface RuleSentenceProps
	extends Pick<Rule, "action" | "bidirectional" | "protocol" | "enabled"> {
	/** Who, and whom. */
	sources: ReactNode;
	destinations: ReactNode;
	/** Both sides are the same. */
	isWithin: boolean;
	/** As people write them. */
	ports: readonly string[];
}

const PORTS_SHOWN = 6;

/** A rule in words: "Laptops may reach Web servers on TCP 443". */
export function RuleSentence(props: RuleSentenceProps) {
	const { sources, action, bidirectional, isWithin, enabled } = props;
	const may = action === "accept" ? "may" : "may not";
	return (
		<span className={enabled ? undefined : classes.off}>
			<b>{sources}</b>
			{isWithin ? null : (
				<>
					{bidirectional ? " and " : ` ${may} reach `}
					<b>{props.destinations}</b>
				</>
			)}
			{bidirectional || isWithin ? ` ${may} reach each other ` : " "}
			{waysOf(props)}
			{enabled ? null : " (off)"}
		</span>
	);
}

function waysOf({ protocol, ports }: RuleSentenceProps): string {
	if (protocol === "all") return "in every way";
	if (protocol === "icmp") return "by ping (ICMP)";
	const which = listOf(ports, PORTS_SHOWN);
	if (protocol === "netbird-ssh")
		return ports.length === 0
			? "by remote shell"
			: `by remote shell on ${which}`;
	const name = protocol.toUpperCase();
	return ports.length === 0 ? `on any ${name} port` : `on ${name} ${which}`;
}
