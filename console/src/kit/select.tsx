import { Select as Base } from "@base-ui/react/select";
import Check from "lucide-react/icons/check";
import ChevronDown from "lucide-react/icons/chevron-down";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";
import type { Option } from "./option.ts";
import popup from "./popup.module.css";
import classes from "./select.module.css";

export interface SelectProps<T extends string> extends FieldProps {
	/** Up to about fifteen; more than that want a `Combobox`. */
	options: readonly Option<T>[];
	value: T | null;
	onChange: (value: T) => void;
	/** Shown while nothing is chosen. */
	placeholder?: string | undefined;
}

/** One of a few known choices. Where the choices need explaining and there is room, `RadioCards` says more. */
export function Select<T extends string>(props: SelectProps<T>) {
	const { options, value, onChange, placeholder = "Choose…" } = props;
	return (
		<FieldFrame {...props} labelIsText>
			<Base.Root<T>
				items={options}
				value={value}
				onValueChange={(chosen) => chosen !== null && onChange(chosen)}
				required={props.required}
				disabled={props.disabled}
				modal={false}
			>
				<Base.Trigger className={classes.trigger} onBlur={props.onBlur}>
					<Base.Value className={classes.value} placeholder={placeholder} />
					<Base.Icon className={classes.icon}>
						<ChevronDown aria-hidden="true" />
					</Base.Icon>
				</Base.Trigger>
				<SelectPopup options={options} />
			</Base.Root>
		</FieldFrame>
	);
}

function SelectPopup({ options }: { options: readonly Option[] }) {
	return (
		<Base.Portal>
			<Base.Positioner
				className={popup.positioner}
				alignItemWithTrigger={false}
				sideOffset={4}
			>
				<Base.Popup className={popup.popup}>
					<Base.List>
						{options.map((option) => (
							<SelectItem key={option.value} option={option} />
						))}
					</Base.List>
				</Base.Popup>
			</Base.Positioner>
		</Base.Portal>
	);
}

function SelectItem({ option }: { option: Option }) {
	return (
		<Base.Item
			className={popup.item}
			value={option.value}
			label={option.label}
			disabled={option.disabled}
		>
			<span className={popup.check}>
				<Base.ItemIndicator>
					<Check aria-hidden="true" />
				</Base.ItemIndicator>
			</span>
			<span className={popup.itemText}>
				<Base.ItemText>{option.label}</Base.ItemText>
				{option.description ? (
					<span className={popup.itemNote}>{option.description}</span>
				) : null}
			</span>
		</Base.Item>
	);
}
