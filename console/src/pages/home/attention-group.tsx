import { useId } from "react";
import type { Attention } from "../../../../generated/client.ts";
import { formatNumber } from "../../format/numbers.ts";
import { StatusDot, type StatusKind } from "../../kit/status-dot.tsx";
import { AttentionKindLines } from "./attention-kind-lines.tsx";
import classes from "./home.module.css";

const severityWords: Record<
	Attention["severity"],
	{ kind: StatusKind; word: string }
> = {
	critical: { kind: "danger", word: "Critical" },
	warning: { kind: "warning", word: "Warnings" },
	notice: { kind: "info", word: "To know" },
};

/** What there is of one severity, under its shape and its word. */
export function AttentionGroup({
	severity,
	items,
}: {
	severity: Attention["severity"];
	items: readonly Attention[];
}) {
	const id = useId();
	const { kind, word } = severityWords[severity];
	const kinds = [...new Set(items.map((item) => item.kind))];
	return (
		<div className={classes.frame}>
			<h3 id={id} className={classes.severity}>
				<StatusDot kind={kind}>{word}</StatusDot>
				<span className={classes.count}>{formatNumber(items.length)}</span>
			</h3>
			<ul className={classes.lines} aria-labelledby={id}>
				{kinds.map((one) => (
					<AttentionKindLines
						key={one}
						items={items.filter((item) => item.kind === one)}
					/>
				))}
			</ul>
		</div>
	);
}
