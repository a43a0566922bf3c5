import { Select } from "@base-ui/react/select";
import Check from "lucide-react/icons/check";
import ChevronDown from "lucide-react/icons/chevron-down";
import type { Option } from "../kit/option.ts";
import popup from "../kit/popup.module.css";
import classes from "./list-filter.module.css";
import type { ListFilterProps } from "./list-filter.tsx";

const ANY = "";

/** A filter of known choices: one of them, or any of several. The button says what is chosen. */
export function ChoiceFilter({
	filter: { name, label },
	values,
	change,
	options,
	isMulti,
}: ListFilterProps<{ name: string; label: string }> & {
	options: readonly Option[];
	isMulti: boolean;
}) {
	const chosen = values[name] ?? [];
	const shown = isMulti ? options : [{ value: ANY, label: "Any" }, ...options];
	const choose = (next: unknown) => {
		const kept = [next].flat().filter((one) => one !== ANY) as string[];
		change({ [name]: kept.length === 0 ? undefined : kept });
	};
	return (
		<Select.Root
			items={shown}
			multiple={isMulti}
			value={(isMulti ? chosen : (chosen[0] ?? ANY)) as string}
			onValueChange={choose}
			modal={false}
		>
			<Select.Trigger
				className={classes.trigger}
				aria-label={`${label}: ${wordsOf(chosen, options)}`}
				data-active={chosen.length > 0 || undefined}
			>
				<span className={classes.name}>{label}</span>
				{chosen.length > 0 ? (
					<span className={classes.value}>{wordsOf(chosen, options)}</span>
				) : null}
				<ChevronDown aria-hidden="true" />
			</Select.Trigger>
			<Choices options={shown} />
		</Select.Root>
	);
}

function Choices({ options }: { options: readonly Option[] }) {
	return (
		<Select.Portal>
			<Select.Positioner
				className={popup.positioner}
				alignItemWithTrigger={false}
				align="start"
				sideOffset={4}
			>
				<Select.Popup className={popup.popup}>
					<Select.List>
						{options.map(({ value, label }) => (
							<Select.Item
								key={value}
								value={value}
								label={label}
								className={popup.item}
							>
								<span className={popup.check}>
									<Select.ItemIndicator>
										<Check aria-hidden="true" />
									</Select.ItemIndicator>
								</span>
								<Select.ItemText className={popup.itemText}>
									{label}
								</Select.ItemText>
							</Select.Item>
						))}
					</Select.List>
				</Select.Popup>
			</Select.Positioner>
		</Select.Portal>
	);
}

/** What is chosen, in the words of the choices; beyond two, how many. */
function wordsOf(
	chosen: readonly string[],
	options: readonly Option[],
): string {
	if (chosen.length === 0) return "any";
	if (chosen.length > 2) return `${chosen.length} chosen`;
	return chosen
		.map((one) => options.find(({ value }) => value === one)?.label ?? one)
		.join(", ");
}
