import { CopyButton } from "../../kit/copy-button.tsx";
import classes from "./secret-dialog.module.css";

/** One part of a secret, to read and to copy. Stands in a `dl`. */
export function SecretValue({
	label,
	note,
	value,
}: {
	label: string;
	/** What it is for, behind the label. */
	note?: string | undefined;
	value: string;
}) {
	return (
		<div className={classes.part}>
			<dt className={classes.label}>
				{label}
				{note ? <span className={classes.note}>{note}</span> : null}
			</dt>
			<dd className={classes.line}>
				<code className={classes.value}>{value}</code>
				<CopyButton text={value} label={`Copy ${label.toLowerCase()}`} />
			</dd>
		</div>
	);
}
