import { Combobox as Base } from "@base-ui/react/combobox";
import Check from "lucide-react/icons/check";
import type { ReactNode } from "react";
import type { Option } from "./option.ts";
import popup from "./popup.module.css";
import { Spinner } from "./spinner.tsx";

export interface ComboboxPopupProps {
	isLoading: boolean;
	/** Said when nothing matches. */
	empty: ReactNode;
}

/** The list below a combobox, with its word on loading and on finding nothing. */
export function ComboboxPopup({ isLoading, empty }: ComboboxPopupProps) {
	return (
		<Base.Portal>
			<Base.Positioner
				className={popup.positioner}
				sideOffset={4}
				align="start"
			>
				<Base.Popup className={popup.popup} aria-busy={isLoading || undefined}>
					<Base.Status className={popup.status}>
						{isLoading ? (
							<span className={popup.statusLine}>
								<Spinner size={14} />
								Searching…
							</span>
						) : null}
					</Base.Status>
					<Base.Empty className={popup.note}>
						{isLoading ? null : empty}
					</Base.Empty>
					<Base.List>{item}</Base.List>
				</Base.Popup>
			</Base.Positioner>
		</Base.Portal>
	);
}

function item(option: Option) {
	return (
		<Base.Item
			key={option.value}
			className={popup.item}
			value={option}
			disabled={option.disabled}
		>
			<span className={popup.check}>
				<Base.ItemIndicator>
					<Check aria-hidden="true" />
				</Base.ItemIndicator>
			</span>
			<span className={popup.itemText}>
				{option.label}
				{option.description ? (
					<span className={popup.itemNote}>{option.description}</span>
				) : null}
			</span>
		</Base.Item>
	);
}
