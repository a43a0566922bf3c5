import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { formatNumber } from "../format/numbers.ts";
import classes from "./tabs.module.css";

export interface Tab<T extends string> {
	value: T;
	label: string;
	/** How many are behind it. */
	count?: number | undefined;
	/** What it shows; made only while it is chosen. */
	content: ReactNode;
}

export interface TabsProps<T extends string> {
	/** What the tabs are about, read aloud. */
	label: string;
	value: T;
	/** Put it into the URL, so that a reload and a link keep it. */
	onChange: (value: T) => void;
	tabs: readonly Tab<T>[];
}

/** Views of one thing, one at a time; arrow keys move between them. Views with a path of their own want `LinkTabs`. */
export function Tabs<T extends string>({
	label,
	value,
	onChange,
	tabs,
}: TabsProps<T>) {
	return (
		<Base.Root value={value} onValueChange={(chosen) => onChange(chosen as T)}>
			<Base.List className={classes.list} aria-label={label} activateOnFocus>
				{tabs.map((tab) => (
					<Base.Tab key={tab.value} value={tab.value} className={classes.tab}>
						{tab.label}
						<Count count={tab.count} />
					</Base.Tab>
				))}
			</Base.List>
			{tabs.map((tab) => (
				<Base.Panel key={tab.value} value={tab.value} className={classes.panel}>
					{tab.content}
				</Base.Panel>
			))}
		</Base.Root>
	);
}

function Count({ count }: { count: number | undefined }) {
	return count === undefined ? null : (
		<span className={classes.count}>{formatNumber(count)}</span>
	);
}
