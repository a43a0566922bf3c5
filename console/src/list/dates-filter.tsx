import { Popover } from "@base-ui/react/popover";
import ChevronDown from "lucide-react/icons/chevron-down";
import { Button } from "../kit/button.tsx";
import popup from "../kit/popup.module.css";
import classes from "./list-filter.module.css";
import type { ListFilterProps } from "./list-filter.tsx";
import type { DatesFilter } from "./list-types.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

const stretches = [
	{ label: "Last hour", ms: DAY_MS / 24 },
	{ label: "Last day", ms: DAY_MS },
	{ label: "Last 7 days", ms: 7 * DAY_MS },
	{ label: "Last 30 days", ms: 30 * DAY_MS },
];

/** A stretch of time: one of the usual ones, or from and until, in the viewer's zone. */
export function DatesFilterControl({
	filter: { name, until, label },
	values,
	change,
}: ListFilterProps<DatesFilter<never>>) {
	const from = values[name]?.[0];
	const to = values[until]?.[0];
	const isActive = from !== undefined || to !== undefined;
	return (
		<Popover.Root>
			<Popover.Trigger
				className={classes.trigger}
				aria-label={`${label}: ${wordsOf(from, to)}`}
				data-active={isActive || undefined}
			>
				<span className={classes.name}>{label}</span>
				{isActive ? (
					<span className={classes.value}>{wordsOf(from, to)}</span>
				) : null}
				<ChevronDown aria-hidden="true" />
			</Popover.Trigger>
			<Popover.Portal>
				<Popover.Positioner
					className={popup.positioner}
					align="start"
					sideOffset={4}
				>
					<Popover.Popup className={popup.popup} aria-label={label}>
						<Panel
							name={name}
							until={until}
							from={from}
							to={to}
							change={change}
						/>
					</Popover.Popup>
				</Popover.Positioner>
			</Popover.Portal>
		</Popover.Root>
	);
}

/** The usual stretches, and the two ends by hand. */
function Panel({
	name,
	until,
	from,
	to,
	change,
}: {
	name: string;
	until: string;
	from: string | undefined;
	to: string | undefined;
	change: ListFilterProps<never>["change"];
}) {
	return (
		<div className={classes.panel}>
			<div className={classes.quick}>
				{stretches.map((one) => (
					<Button
						key={one.label}
						onClick={() => change({ [name]: ago(one.ms), [until]: undefined })}
					>
						{one.label}
					</Button>
				))}
			</div>
			<Moment
				label="From"
				value={from}
				onChange={(value) => change({ [name]: value })}
			/>
			<Moment
				label="Until"
				value={to}
				onChange={(value) => change({ [until]: value })}
			/>
			<Button onClick={() => change({ [name]: undefined, [until]: undefined })}>
				Any time
			</Button>
		</div>
	);
}

function Moment({
	label,
	value,
	onChange,
}: {
	label: string;
	value: string | undefined;
	onChange: (value: string | undefined) => void;
}) {
	return (
		<label className={classes.date}>
			{label}
			<input
				type="datetime-local"
				value={value === undefined ? "" : localMinute(value)}
				onChange={({ target }) =>
					onChange(
						target.value === ""
							? undefined
							: new Date(target.value).toISOString(),
					)
				}
			/>
		</label>
	);
}

/** A moment as a field of the viewer's zone wants it: `2026-01-31T09:30`. */
function localMinute(value: string): string {
	const date = new Date(value);
	const shifted = date.getTime() - date.getTimezoneOffset() * 60_000;
	return new Date(shifted).toISOString().slice(0, 16);
}

/** A moment so long ago, to the minute, so that the address stays short. */
function ago(ms: number): string {
	return `${new Date(Date.now() - ms).toISOString().slice(0, 16)}:00Z`;
}

const moment = new Intl.DateTimeFormat(undefined, {
	dateStyle: "short",
	timeStyle: "short",
});

function wordsOf(from: string | undefined, to: string | undefined): string {
	const begin = from && moment.format(new Date(from));
	const end = to && moment.format(new Date(to));
	if (begin && end) return `${begin} to ${end}`;
	if (begin) return `since ${begin}`;
	return end ? `until ${end}` : "any";
}
