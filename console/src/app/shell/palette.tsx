import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { useMemo, useState } from "react";
import { useAccountChoices } from "./account-choices.ts";
import classes from "./palette.module.css";
import { type PaletteEntry, usePaletteEntries } from "./palette-entries.ts";
import { closeOverlay, typedAhead } from "./palette-state.ts";
import { usePaletteThings } from "./palette-things.ts";

/** Goes anywhere by a few letters: pages of this account, other accounts, and things by their name. */
export function Palette() {
	return (
		<Dialog.Root
			open
			onOpenChange={(open) => {
				if (!open) closeOverlay();
			}}
		>
			<Dialog.Portal>
				<Dialog.Backdrop className={classes.backdrop} />
				<Dialog.Viewport className={classes.viewport}>
					<Dialog.Popup className={classes.popup} aria-label="Go to">
						<PaletteSearch />
					</Dialog.Popup>
				</Dialog.Viewport>
			</Dialog.Portal>
		</Dialog.Root>
	);
}

function PaletteSearch() {
	const [text, setText] = useState(typedAhead);
	const { choices, isFetching } = useAccountChoices(text, true);
	const places = usePaletteEntries(text, choices);
	const things = usePaletteThings(text);
	const groups = useMemo(
		() => [...places, ...things.groups],
		[places, things.groups],
	);
	const entries = useMemo(() => groups.flatMap(({ items }) => items), [groups]);
	return (
		<Autocomplete.Root
			inline
			open
			mode="none"
			filter={null}
			items={groups}
			value={text}
			onValueChange={setText}
			itemToStringValue={(entry: PaletteEntry) => entry.label}
			autoHighlight="always"
			keepHighlight
		>
			<Autocomplete.Input
				className={classes.input}
				placeholder="A page, an account, a device, a person…"
				aria-label="Go to a page or an account, or to a thing by its name"
			/>
			<Autocomplete.Status className={classes.status}>
				{statusText(entries.length, isFetching || things.isFetching)}
			</Autocomplete.Status>
			<PaletteList />
		</Autocomplete.Root>
	);
}

function statusText(count: number, isFetching: boolean): string | null {
	if (count > 0) return null;
	return isFetching ? "Searching…" : "Nothing matches.";
}

function PaletteList() {
	return (
		<Autocomplete.List className={classes.list}>
			{(group: { label: string; items: PaletteEntry[] }) => (
				<Autocomplete.Group key={group.label} items={group.items}>
					<Autocomplete.GroupLabel className={classes.heading}>
						{group.label}
					</Autocomplete.GroupLabel>
					<Autocomplete.Collection>
						{(entry: PaletteEntry) => (
							<Autocomplete.Item
								key={entry.id}
								value={entry}
								className={classes.item}
								onClick={() => {
									closeOverlay();
									entry.go();
								}}
							>
								<entry.icon aria-hidden="true" />
								<span className={classes.label}>{entry.label}</span>
								<span className={classes.hint}>{entry.hint}</span>
							</Autocomplete.Item>
						)}
					</Autocomplete.Collection>
				</Autocomplete.Group>
			)}
		</Autocomplete.List>
	);
}
