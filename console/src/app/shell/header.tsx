import { Link } from "@tanstack/react-router";
import Menu from "lucide-react/icons/menu";
import Search from "lucide-react/icons/search";
import { IconButton } from "../../kit/icon-button.tsx";
import { useReeve } from "../reeve.tsx";
import { AccountSwitcher } from "./account-switcher.tsx";
import classes from "./header.module.css";
import { openPalette } from "./palette-state.ts";
import { UserMenu } from "./user-menu.tsx";

/** The top of every page: where one is, how to get elsewhere, and who one is. */
export function Header({ onOpenNavigation }: { onOpenNavigation: () => void }) {
	const { accountParam } = useReeve();
	return (
		<header className={classes.header}>
			<div className={classes.drawerButton}>
				<IconButton
					label="Open navigation"
					icon={<Menu aria-hidden="true" />}
					onClick={onOpenNavigation}
				/>
			</div>
			<Link
				to="/a/$account"
				params={{ account: accountParam }}
				className={classes.product}
			>
				Reeve
			</Link>
			<AccountSwitcher />
			<div className={classes.space} />
			<PaletteButton />
			<UserMenu />
		</header>
	);
}

function PaletteButton() {
	return (
		<>
			<button
				type="button"
				className={classes.palette}
				onClick={openPalette}
				aria-keyshortcuts="Control+K Meta+K"
			>
				<Search aria-hidden="true" />
				<span>Go to…</span>
				<kbd>{isMac ? "⌘K" : "Ctrl K"}</kbd>
			</button>
			<div className={classes.paletteIcon}>
				<IconButton
					label="Go to…"
					icon={<Search aria-hidden="true" />}
					onClick={openPalette}
				/>
			</div>
		</>
	);
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
