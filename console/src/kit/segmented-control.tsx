import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import type { Option } from "./option.ts";
import classes from "./segmented-control.module.css";

export interface SegmentedControlProps<T extends string> {
	/** What is chosen: "Period", "Show". Read aloud. */
	label: string;
	/** Two to five, a word or two each. */
	options: readonly Pick<Option<T>, "value" | "label">[];
	value: T;
	onChange: (value: T) => void;
}

/** One of a few ways to look at something, side by side: the period of a chart, which rows a list shows. */
export function SegmentedControl<T extends string>({
	label,
	options,
	value,
	onChange,
}: SegmentedControlProps<T>) {
	return (
		<ToggleGroup
			className={classes.group}
			aria-label={label}
			value={[value]}
			onValueChange={([chosen]) => chosen && onChange(chosen as T)}
		>
			{options.map((option) => (
				<Toggle
					key={option.value}
					value={option.value}
					className={classes.choice}
				>
					{option.label}
				</Toggle>
			))}
		</ToggleGroup>
	);
}
