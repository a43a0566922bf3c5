import { Field } from "@base-ui/react/field";
import { Fieldset } from "@base-ui/react/fieldset";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import frame from "./field-frame.module.css";
import { FieldNotes, type FieldProps } from "./field-frame.tsx";
import type { Option } from "./option.ts";
import classes from "./radio-cards.module.css";

export interface RadioCard<T extends string> extends Option<T> {
	icon?: ReactNode;
}

export interface RadioCardsProps<T extends string> extends FieldProps {
	options: readonly RadioCard<T>[];
	value: T | null;
	onChange: (value: T) => void;
	/** Cards side by side, each at least so wide; below each other without it. In pixels. */
	minWidth?: number | undefined;
	/** Radio buttons without frames, where the choice weighs little. */
	plain?: boolean | undefined;
}

/** One of two to five choices that need a sentence each: the kind of a key, how far a right reaches. */
export function RadioCards<T extends string>(props: RadioCardsProps<T>) {
	const { label, hideLabel, description, error, value, minWidth } = props;
	return (
		<Field.Root
			className={classNames(classes.group, error && classes.faulty)}
			invalid={error !== undefined}
			disabled={props.disabled}
			name={props.name}
		>
			<Fieldset.Root
				className={classes.group}
				render={
					<RadioGroup<T>
						value={value ?? undefined}
						onValueChange={(chosen) => props.onChange(chosen)}
						required={props.required}
					/>
				}
			>
				<Fieldset.Legend
					className={hideLabel ? frame.hidden : classes.legend}
					render={<div />}
				>
					{label}
				</Fieldset.Legend>
				<div
					className={classNames(classes.cards, props.plain && classes.plain)}
					style={
						minWidth === undefined
							? undefined
							: ({ "--card-width": `${minWidth}px` } as React.CSSProperties)
					}
				>
					{props.options.map((option) => (
						<Card key={option.value} option={option} />
					))}
				</div>
			</Fieldset.Root>
			<FieldNotes description={description} error={error} />
		</Field.Root>
	);
}

function Card<T extends string>({ option }: { option: RadioCard<T> }) {
	return (
		<Field.Item disabled={option.disabled}>
			<Field.Label className={classes.card}>
				<Radio.Root
					className={classes.radio}
					value={option.value}
					disabled={option.disabled}
				>
					<Radio.Indicator className={classes.dot} />
				</Radio.Root>
				<span className={classes.words}>
					<span className={classes.title}>
						{option.icon}
						{option.label}
					</span>
					{option.description ? (
						<span className={classes.note}>{option.description}</span>
					) : null}
				</span>
			</Field.Label>
		</Field.Item>
	);
}
