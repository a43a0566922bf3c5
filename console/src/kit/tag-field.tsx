import { Field } from "@base-ui/react/field";
import X from "lucide-react/icons/x";
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { classNames } from "./class-names.ts";
import classes from "./combobox.module.css";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

export interface TagFieldProps extends FieldProps {
	value: readonly string[];
	onChange: (value: string[]) => void;
	placeholder?: string | undefined;
	/** Says what is wrong with an item; faulty ones are marked, and the server has the last word. */
	checkItem?: ((item: string) => string | undefined) | undefined;
	/** How an item is written down: `(item) => item.toLowerCase()` for domains. */
	normalize?: ((item: string) => string) | undefined;
	/** No more than so many. */
	maxItems?: number | undefined;
}

/**
 * A list of short texts: addresses, domains, labels. Enter, comma or leaving the field adds one; a pasted list is taken
 * apart; Backspace takes the last one away.
 */
export function TagField(props: TagFieldProps) {
	const { value, checkItem, error } = props;
	const tags = useTags(props);
	const { text, setText, said, add, remove } = tags;
	const faulty = value.find((item) => checkItem?.(item) !== undefined);
	const fault =
		faulty === undefined ? undefined : `“${faulty}”: ${checkItem?.(faulty)}`;
	const { press, paste } = useTagKeys(tags, value.length);
	return (
		<FieldFrame {...props} error={error ?? fault}>
			<div
				className={classes.group}
				data-disabled={props.disabled || undefined}
			>
				<div className={classes.chips}>
					{value.map((item, index) => (
						<Tag
							key={item}
							item={item}
							isFaulty={checkItem?.(item) !== undefined}
							disabled={props.disabled}
							onRemove={() => remove(index)}
						/>
					))}
					<Field.Control
						className={classes.input}
						value={text}
						onValueChange={setText}
						onKeyDown={press}
						onPaste={paste}
						onBlur={() => {
							add(text);
							props.onBlur?.();
						}}
						placeholder={value.length === 0 ? props.placeholder : undefined}
						autoComplete="off"
						autoCapitalize="off"
						spellCheck={false}
						aria-required={props.required || undefined}
						disabled={
							props.disabled || value.length >= (props.maxItems ?? Infinity)
						}
					/>
				</div>
			</div>
			<VisuallyHidden>
				<span role="status">{said}</span>
			</VisuallyHidden>
		</FieldFrame>
	);
}

/** What the keys and the clipboard do in the field. */
function useTagKeys(
	{ text, add, remove }: ReturnType<typeof useTags>,
	count: number,
) {
	const press = (event: KeyboardEvent) => {
		const isModified = event.ctrlKey || event.metaKey;
		if ((event.key === "Enter" && !isModified) || event.key === ",") {
			if (text.trim() === "" && event.key === "Enter") return;
			event.preventDefault();
			add(text);
		} else if (event.key === "Backspace" && text === "") {
			remove(count - 1);
		}
	};
	const paste = (event: ClipboardEvent) => {
		const pasted = event.clipboardData.getData("text");
		if (!/[\s,;]/.test(pasted.trim())) return;
		event.preventDefault();
		add(text + pasted);
	};
	return { press, paste };
}

function useTags({ value, onChange, normalize, maxItems }: TagFieldProps) {
	const [text, setText] = useState("");
	const [said, setSaid] = useState("");
	const add = (typed: string) => {
		setText("");
		const items = typed
			.split(/[\s,;]+/)
			.filter(Boolean)
			.map((item) => normalize?.(item) ?? item);
		const all = [...new Set([...value, ...items])].slice(0, maxItems);
		if (all.length === value.length) return;
		onChange(all);
		setSaid(`Added ${items.join(", ")}`);
	};
	const remove = (index: number) => {
		const item = value[index];
		if (item === undefined) return;
		onChange(value.filter((_, at) => at !== index));
		setSaid(`Removed ${item}`);
	};
	return { text, setText, said, add, remove };
}

function Tag({
	item,
	isFaulty,
	disabled,
	onRemove,
}: {
	item: string;
	isFaulty: boolean;
	disabled: boolean | undefined;
	onRemove: () => void;
}) {
	return (
		<span className={classNames(classes.chip, isFaulty && classes.chipFaulty)}>
			<span className={classes.chipText}>{item}</span>
			<button
				type="button"
				className={classes.chipRemove}
				aria-label={`Remove ${item}`}
				disabled={disabled}
				onClick={onRemove}
			>
				<X aria-hidden="true" />
			</button>
		</span>
	);
}
