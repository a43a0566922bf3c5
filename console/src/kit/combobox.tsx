import { Combobox as Base } from "@base-ui/react/combobox";
import ChevronDown from "lucide-react/icons/chevron-down";
import X from "lucide-react/icons/x";
import { type ReactNode, useMemo } from "react";
import classes from "./combobox.module.css";
import { ComboboxPopup } from "./combobox-popup.tsx";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";
import type { Option } from "./option.ts";
import {
	sameOption,
	useKnownOptions,
	useListedOptions,
} from "./option-choice.ts";
import { useServerSearch } from "./server-search.ts";

export interface ComboboxSearchProps<T extends string> {
	/** What may be chosen; with `onSearch`, what the search found. */
	options: readonly Option<T>[];
	/** Options that are not offered now but may be chosen already, for their labels. */
	known?: readonly Option<T>[] | undefined;
	/** Given, the server searches: called with the text, a moment after the last key. Without it the kit filters. */
	onSearch?: ((text: string) => void) | undefined;
	/** The search is under way. */
	loading?: boolean | undefined;
	placeholder?: string | undefined;
	/** Said when nothing matches. */
	empty?: ReactNode;
}

export interface ComboboxProps<T extends string>
	extends FieldProps,
		ComboboxSearchProps<T> {
	value: T | null;
	onChange: (value: T | null) => void;
}

/** One of many choices, found by typing; clearing gives `null`. For a few known ones `Select` is quicker. */
export function Combobox<T extends string>(props: ComboboxProps<T>) {
	const { options, value, onChange, onSearch, loading = false } = props;
	const optionOf = useKnownOptions(props.known, options);
	const { search, isPending, filter } = useServerSearch(onSearch, loading);
	const chosen = value === null || value === "" ? null : optionOf(value);
	const chosenList = useMemo(() => (chosen ? [chosen] : []), [chosen]);
	const items = useListedOptions(options, chosenList);
	return (
		<FieldFrame {...props}>
			<Base.Root<Option<T>>
				items={items}
				value={chosen}
				onValueChange={(option) => onChange(option?.value ?? null)}
				onInputValueChange={(text, { reason }) => {
					if (reason !== "item-press") search?.(text);
				}}
				onOpenChange={(open) => {
					if (!open) search?.("");
				}}
				isItemEqualToValue={sameOption}
				{...filter}
				disabled={props.disabled}
				required={props.required}
				autoHighlight
			>
				<Base.InputGroup className={classes.group}>
					<Base.Input
						className={classes.input}
						placeholder={props.placeholder ?? "Search…"}
						onBlur={props.onBlur}
					/>
					<ComboboxSides isFilled={chosen !== null} />
				</Base.InputGroup>
				<ComboboxPopup
					isLoading={isPending}
					empty={props.empty ?? "Nothing matches."}
				/>
			</Base.Root>
		</FieldFrame>
	);
}

function ComboboxSides({ isFilled }: { isFilled: boolean }) {
	return (
		<>
			{isFilled ? (
				<Base.Clear className={classes.side} aria-label="Clear">
					<X aria-hidden="true" />
				</Base.Clear>
			) : null}
			<Base.Trigger className={classes.side} aria-label="Show choices">
				<ChevronDown aria-hidden="true" />
			</Base.Trigger>
		</>
	);
}
