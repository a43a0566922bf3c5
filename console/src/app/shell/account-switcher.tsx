import { Combobox } from "@base-ui/react/combobox";
import Building2 from "lucide-react/icons/building-2";
import Check from "lucide-react/icons/check";
import ChevronsUpDown from "lucide-react/icons/chevrons-up-down";
import { useState } from "react";
import { useReeve } from "../reeve.tsx";
import { type AccountChoice, useAccountChoices } from "./account-choices.ts";
import classes from "./account-switcher.module.css";
import { useSwitchAccount } from "./switch-account.ts";

/** Where one works, in the header of every page, and the way to another account: by typing, arrows and Enter. */
export function AccountSwitcher() {
	const { account, accountParam, isAll, isExternal } = useReeve();
	const [isOpen, setOpen] = useState(false);
	const [search, setSearch] = useState("");
	const { choices, isFetching, isCut } = useAccountChoices(search, isOpen);
	const switchTo = useSwitchAccount();
	const name = isAll ? "All tenants" : account.name;
	const chosen = choices.find(({ value }) => value === accountParam) ?? null;
	return (
		<Combobox.Root<AccountChoice>
			items={choices}
			filter={null}
			value={chosen}
			onValueChange={(choice) => choice && switchTo(choice.value)}
			open={isOpen}
			onOpenChange={(open) => {
				setOpen(open);
				if (!open) setSearch("");
			}}
			onInputValueChange={(text, { reason }) => {
				if (reason !== "item-press") setSearch(text);
			}}
			isItemEqualToValue={(one, other) => one.value === other.value}
			autoHighlight
		>
			<Combobox.Trigger
				className={classes.trigger}
				aria-label={`Account: ${name}. Switch account`}
				data-external={isExternal || undefined}
			>
				<Building2 aria-hidden="true" />
				<span className={classes.name}>{name}</span>
				<ChevronsUpDown aria-hidden="true" />
			</Combobox.Trigger>
			<Choices isFetching={isFetching} isCut={isCut} />
		</Combobox.Root>
	);
}

function Choices({
	isFetching,
	isCut,
}: {
	isFetching: boolean;
	isCut: boolean;
}) {
	return (
		<Combobox.Portal>
			<Combobox.Positioner
				className={classes.positioner}
				sideOffset={4}
				align="start"
			>
				<Combobox.Popup
					className={classes.popup}
					aria-label="Switch account"
					aria-busy={isFetching || undefined}
				>
					<Combobox.Input
						className={classes.input}
						placeholder="Find an account by name or number…"
						aria-label="Find an account"
					/>
					<Combobox.Empty className={classes.note}>
						{isFetching ? "Searching…" : "No account matches."}
					</Combobox.Empty>
					<Combobox.List className={classes.list}>
						{(choice: AccountChoice) => (
							<Combobox.Item
								key={choice.value}
								value={choice}
								className={classes.item}
							>
								<span className={classes.check}>
									<Combobox.ItemIndicator>
										<Check aria-hidden="true" />
									</Combobox.ItemIndicator>
								</span>
								<span className={classes.label}>{choice.label}</span>
								<span className={classes.hint}>{choice.note}</span>
							</Combobox.Item>
						)}
					</Combobox.List>
					{isCut ? (
						<p className={classes.note}>There are more: type to find them.</p>
					) : null}
				</Combobox.Popup>
			</Combobox.Positioner>
		</Combobox.Portal>
	);
}
