import type { ReactNode } from "react";
import { CopyButton, copyLabel } from "./copy-button.tsx";
import classes from "./key-value-list.module.css";

export interface KeyValue {
	label: string;
	/** `null`, `undefined` and "" show a dash. */
	value: ReactNode;
	/** Text that a button beside it copies: ids, addresses. */
	copy?: string | undefined;
}

/** What is known about one thing, a line each; `null` and `false` are left out. On a phone the value stands below its name. */
export function KeyValueList({
	items,
}: {
	items: readonly (KeyValue | null | false)[];
}) {
	return (
		<dl className={classes.list}>
			{items.map((item) =>
				item ? (
					<div key={item.label} className={classes.row}>
						<dt className={classes.key}>{item.label}</dt>
						<dd className={classes.value}>
							<Value {...item} />
						</dd>
					</div>
				) : null,
			)}
		</dl>
	);
}

function Value({ label, value, copy }: KeyValue) {
	if (value === null || value === undefined || value === "")
		return <span className={classes.none}>–</span>;
	if (copy === undefined) return value;
	return (
		<span className={classes.copied}>
			<span>{value}</span>
			<CopyButton text={copy} label={copyLabel(label)} />
		</span>
	);
}
