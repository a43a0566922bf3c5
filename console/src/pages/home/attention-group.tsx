import { useId, useState } from "react";
import type { Attention } from "../../../../generated/client.ts";
import { formatNumber } from "../../format/numbers.ts";
import { Button } from "../../kit/button.tsx";
import { StatusDot, type StatusKind } from "../../kit/status-dot.tsx";
import { AttentionLine } from "./attention-line.tsx";
import classes from "./home.module.css";

/** Lines of one severity that are shown at once. */
const SHOWN_MAX = 10;

export const severityWords: Record<
	Attention["severity"],
	{ kind: StatusKind; word: string }
> = {
	critical: { kind: "danger", word: "Critical" },
	warning: { kind: "warning", word: "Warnings" },
	notice: { kind: "info", word: "To know" },
};

/** The lines of one severity, under its shape and its word. */
export function AttentionGroup({
	severity,
	items,
}: {
	severity: Attention["severity"];
	items: readonly Attention[];
}) {
	const id = useId();
	const [isWhole, setWhole] = useState(false);
	const { kind, word } = severityWords[severity];
	const shown = isWhole ? items : items.slice(0, SHOWN_MAX);
	return (
		<div className={classes.frame}>
			<h3 id={id} className={classes.severity}>
				<StatusDot kind={kind}>{word}</StatusDot>
				<span className={classes.count}>{formatNumber(items.length)}</span>
			</h3>
			<ul className={classes.lines} aria-labelledby={id}>
				{shown.map((item) => (
					<AttentionLine key={`${item.kind} ${item.account.id}`} item={item} />
				))}
			</ul>
			{items.length > SHOWN_MAX ? (
				<div className={classes.more}>
					<Button variant="quiet" onClick={() => setWhole(!isWhole)}>
						{isWhole
							? "Show fewer"
							: `Show ${formatNumber(items.length - SHOWN_MAX)} more`}
					</Button>
				</div>
			) : null}
		</div>
	);
}
