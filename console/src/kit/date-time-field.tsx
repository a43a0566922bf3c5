import { Field } from "@base-ui/react/field";
import { useState } from "react";
import { viewerZone } from "../format/times.ts";
import classes from "./date-time-field.module.css";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";
import text from "./text-field.module.css";

export interface DateTimePreset {
	/** "30 days", "Never". */
	label: string;
	/** Days from now; `null` for no time at all. */
	days: number | null;
}

export interface DateTimeFieldProps extends FieldProps {
	/** RFC 3339 in UTC, as the API takes it; `null` for none. */
	value: string | null;
	onChange: (value: string | null) => void;
	/** Buttons for what is chosen mostly. */
	presets?: readonly DateTimePreset[] | undefined;
	/** The earliest and the latest that may be chosen, RFC 3339. */
	min?: string | undefined;
	max?: string | undefined;
}

const DAY_MS = 86_400_000;

/** A day and a minute in the viewer's zone; what is kept is the moment. */
export function DateTimeField(props: DateTimeFieldProps) {
	const { value, onChange, presets = [], description } = props;
	const zone = `Your time (${viewerZone()})`;
	const [preset, setPreset] = useState<string>();
	const type = (local: string) => {
		setPreset(undefined);
		onChange(local === "" ? null : new Date(local).toISOString());
	};
	return (
		<FieldFrame
			{...props}
			description={description ? [description, " ", zone, "."] : `${zone}.`}
		>
			{presets.length > 0 ? (
				<Presets
					presets={presets}
					chosen={
						preset ??
						(value === null
							? presets.find(({ days }) => days === null)?.label
							: undefined)
					}
					disabled={props.disabled}
					onChoose={({ label, days }) => {
						setPreset(label);
						onChange(days === null ? null : inDays(days));
					}}
				/>
			) : null}
			<div className={text.box}>
				<Field.Control
					className={text.input}
					type="datetime-local"
					value={toLocal(value)}
					onValueChange={type}
					onBlur={props.onBlur}
					min={toLocal(props.min ?? null)}
					max={toLocal(props.max ?? null)}
					required={props.required}
				/>
			</div>
		</FieldFrame>
	);
}

function Presets({
	presets,
	chosen,
	disabled,
	onChoose,
}: {
	presets: readonly DateTimePreset[];
	chosen: string | undefined;
	disabled: boolean | undefined;
	onChoose: (preset: DateTimePreset) => void;
}) {
	return (
		<div className={classes.presets}>
			{presets.map((preset) => (
				<button
					key={preset.label}
					type="button"
					className={classes.preset}
					aria-pressed={preset.label === chosen}
					disabled={disabled}
					onClick={() => onChoose(preset)}
				>
					{preset.label}
				</button>
			))}
		</div>
	);
}

function inDays(days: number): string {
	return new Date(Date.now() + days * DAY_MS).toISOString();
}

/** As the browser's field wants it: local, to the minute, without a zone. */
function toLocal(value: string | null): string {
	if (value === null || value === "") return "";
	const date = new Date(value);
	const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
	return local.toISOString().slice(0, 16);
}
