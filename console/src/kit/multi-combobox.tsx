import { Combobox as Base } from "@base-ui/react/combobox";
import X from "lucide-react/icons/x";
import { useMemo } from "react";
import classes from "./combobox.module.css";
import type { ComboboxSearchProps } from "./combobox.tsx";
import { ComboboxPopup } from "./combobox-popup.tsx";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";
import type { Option } from "./option.ts";
import {
	sameOption,
	useKnownOptions,
	useListedOptions,
} from "./option-choice.ts";
import { useServerSearch } from "./server-search.ts";

export interface MultiComboboxProps<T extends string>
	extends FieldProps,
		ComboboxSearchProps<T> {
	value: readonly T[];
	onChange: (value: T[]) => void;
}

/**
 * Several of many choices, found by typing, shown as chips: groups of a user, tenants of a key. Backspace takes the last
 * one away, the arrow keys walk over the chips.
 */
export function MultiCombobox<T extends string>(props: MultiComboboxProps<T>) {
	const { options, value, onChange, onSearch, loading = false } = props;
	const optionOf = useKnownOptions(props.known, options);
	const { search, isPending, filter } = useServerSearch(onSearch, loading);
	const words = value.map((id) => `${id} ${optionOf(id).label}`).join("\n");
	// biome-ignore lint/correctness/useExhaustiveDependencies: ids and labels say what is chosen; the look-up keeps its answers.
	const chosen = useMemo(() => value.map(optionOf), [words]);
	const items = useListedOptions(options, chosen);
	return (
		<FieldFrame {...props}>
			<Base.Root<Option<T>, true>
				multiple
				items={items}
				value={chosen}
				onValueChange={(list) => onChange(list.map((option) => option.value))}
				onInputValueChange={(text) => search?.(text)}
				isItemEqualToValue={sameOption}
				{...filter}
				disabled={props.disabled}
				required={props.required}
				autoHighlight
			>
				<Base.InputGroup className={classes.group}>
					<Chips
						chosen={chosen}
						placeholder={props.placeholder ?? "Search…"}
						onBlur={props.onBlur}
					/>
				</Base.InputGroup>
				<ComboboxPopup
					isLoading={isPending}
					empty={props.empty ?? "Nothing matches."}
				/>
			</Base.Root>
		</FieldFrame>
	);
}

function Chips({
	chosen,
	placeholder,
	onBlur,
}: {
	chosen: readonly Option[];
	placeholder: string;
	onBlur?: (() => void) | undefined;
}) {
	const isEmpty = chosen.length === 0;
	return (
		<Base.Chips
			className={classes.chips}
			aria-label={isEmpty ? undefined : "Chosen"}
		>
			{chosen.map((option) => (
				<Base.Chip
					key={option.value}
					className={classes.chip}
					aria-label={option.label}
					aria-description="Press Backspace or Delete to remove"
				>
					<span className={classes.chipText}>{option.label}</span>
					<Base.ChipRemove
						className={classes.chipRemove}
						aria-label={`Remove ${option.label}`}
					>
						<X aria-hidden="true" />
					</Base.ChipRemove>
				</Base.Chip>
			))}
			<Base.Input
				className={classes.input}
				placeholder={isEmpty ? placeholder : ""}
				onBlur={onBlur}
			/>
		</Base.Chips>
	);
}
