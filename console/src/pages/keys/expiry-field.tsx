import { formatDateTime } from "../../format/times.ts";
import { DateTimeField } from "../../kit/date-time-field.tsx";
import { Select } from "../../kit/select.tsx";
import { type ExpiryDraft, expiryOf } from "./expiry-draft.ts";
import classes from "./key-form.module.css";

const choices = [
	{ value: "30", label: "In 30 days" },
	{ value: "90", label: "In 90 days" },
	{ value: "365", label: "In a year" },
	{ value: "date", label: "On a day…" },
	{ value: "never", label: "Never" },
] as const;

/** When a key ends by itself, with the day that this comes to. */
export function ExpiryField({
	name,
	value,
	onChange,
	error,
}: {
	name: string;
	value: ExpiryDraft;
	onChange: (value: ExpiryDraft) => void;
	error: string | undefined;
}) {
	const isDate = value.choice === "date";
	return (
		<div className={classes.expiry}>
			<Select<ExpiryDraft["choice"]>
				label="Expires"
				name={isDate ? undefined : name}
				options={choices}
				value={value.choice}
				onChange={(choice) =>
					onChange({ choice, date: choice === "date" ? expiryOf(value) : null })
				}
				description={sentence(value)}
				error={isDate ? undefined : error}
			/>
			{isDate ? (
				<DateTimeField
					label="Last moment"
					name={name}
					value={value.date}
					onChange={(date) => onChange({ choice: "date", date })}
					error={error}
				/>
			) : null}
		</div>
	);
}

function sentence(value: ExpiryDraft): string | undefined {
	if (value.choice === "never") return "It works until somebody ends it.";
	if (value.choice === "date") return undefined;
	return `It stops working on ${formatDateTime(expiryOf(value) ?? 0)}.`;
}
