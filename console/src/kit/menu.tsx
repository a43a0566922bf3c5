import { Menu as Base } from "@base-ui/react/menu";
import Check from "lucide-react/icons/check";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import popup from "./popup.module.css";

export interface MenuAction {
	/** A verb, as on a button. */
	label: string;
	icon?: ReactNode;
	/** A shortcut or a count at the end of the line. */
	hint?: ReactNode;
	onSelect?: (() => void) | undefined;
	/** Makes it a link: `<Link to=… />` of the router. */
	render?: ReactElement<Record<string, unknown>> | undefined;
	danger?: boolean | undefined;
	disabled?: boolean | undefined;
	/** Given, the line is a choice that is on or off. */
	checked?: boolean | undefined;
}

/** A line of a menu; `null` and `false` are left out, so that a right may be asked in place. */
export type MenuItem =
	| MenuAction
	| { heading: string }
	| "separator"
	| null
	| false;

export interface MenuProps {
	/** The button that opens it: `<Button>` or `<IconButton label="More" …>`. */
	trigger: ReactElement<Record<string, unknown>>;
	items: readonly MenuItem[];
	/** Which edge of the trigger it keeps to. */
	align?: "start" | "end" | undefined;
}

/** Actions behind one button. What is done often stands on the page itself; what is rare or takes away stands here. */
export function Menu({ trigger, items, align = "end" }: MenuProps) {
	return (
		<Base.Root modal={false}>
			<Base.Trigger render={trigger} />
			<Base.Portal>
				<Base.Positioner
					className={popup.positioner}
					align={align}
					sideOffset={4}
				>
					<Base.Popup className={popup.popup}>
						{items.map((item, index) => (
							<MenuLine key={lineKey(item, index)} item={item} />
						))}
					</Base.Popup>
				</Base.Positioner>
			</Base.Portal>
		</Base.Root>
	);
}

function lineKey(item: MenuItem, index: number): string {
	return item && typeof item === "object" && "label" in item
		? item.label
		: String(index);
}

function MenuLine({ item }: { item: MenuItem }) {
	if (!item) return null;
	if (item === "separator")
		return <Base.Separator className={popup.separator} />;
	if ("heading" in item)
		return <div className={popup.heading}>{item.heading}</div>;
	const className = classNames(popup.item, item.danger && popup.danger);
	if (item.checked !== undefined)
		return <MenuChoice item={item} className={className} />;
	if (item.render)
		return (
			<Base.LinkItem className={className} render={item.render} closeOnClick>
				<MenuText item={item} />
			</Base.LinkItem>
		);
	return (
		<Base.Item
			className={className}
			disabled={item.disabled}
			onClick={item.onSelect}
		>
			<MenuText item={item} />
		</Base.Item>
	);
}

function MenuChoice({
	item,
	className,
}: {
	item: MenuAction;
	className: string;
}) {
	return (
		<Base.CheckboxItem
			className={className}
			checked={item.checked}
			disabled={item.disabled}
			onCheckedChange={item.onSelect}
			closeOnClick
		>
			<span className={popup.check}>
				<Base.CheckboxItemIndicator>
					<Check aria-hidden="true" />
				</Base.CheckboxItemIndicator>
			</span>
			<MenuText item={item} />
		</Base.CheckboxItem>
	);
}

function MenuText({ item }: { item: MenuAction }) {
	return (
		<>
			{item.icon}
			<span className={popup.itemText}>{item.label}</span>
			{item.hint ? <span className={popup.hint}>{item.hint}</span> : null}
		</>
	);
}
