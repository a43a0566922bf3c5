import {
	formatDate,
	formatDateTime,
	formatDateTimeSeconds,
	formatRelative,
	formatUtc,
	isRecent,
	type Moment,
	toDate,
} from "./times.ts";
import { useNow } from "./use-now.ts";

export interface TimeProps {
	/** Nothing shows `empty`. */
	value: Moment | null | undefined;
	/**
	 * `auto`: the distance within a week, the date beyond. `relative` and `absolute` say which always; `seconds` is
	 * absolute to the second, `date` the day alone.
	 */
	as?: "auto" | "relative" | "absolute" | "seconds" | "date" | undefined;
	/** Said in place of a time that is not there: "Never". */
	empty?: string | undefined;
}

/** A moment in the viewer's zone; the exact one and UTC on hover. It keeps its distance up to date. */
export function Time({ value, as = "auto", empty = "–" }: TimeProps) {
	if (value === null || value === undefined) return empty;
	const date = toDate(value);
	if (Number.isNaN(date.getTime())) return String(value);
	return (
		<time
			dateTime={date.toISOString()}
			onPointerEnter={({ currentTarget }) => {
				currentTarget.title = exactWords(date);
			}}
		>
			<TimeText date={date} as={as} />
		</time>
	);
}

/** Worded when somebody points at it: long lists have hundreds, of which nobody asks for more than one at once. */
function exactWords(date: Date): string {
	return `${formatDateTimeSeconds(date)}\n${formatUtc(date)}`;
}

function TimeText({ date, as }: { date: Date; as: TimeProps["as"] }) {
	if (as === "absolute") return formatDateTime(date);
	if (as === "seconds") return formatDateTimeSeconds(date);
	if (as === "date") return formatDate(date);
	return <Distance date={date} always={as === "relative"} />;
}

function Distance({ date, always }: { date: Date; always: boolean }) {
	const now = useNow();
	return always || isRecent(date, now)
		? formatRelative(date, now)
		: formatDateTime(date);
}
