import { Outlet, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { ReeveProvider, useReeve } from "../reeve.tsx";
import { AccountBand } from "./account-band.tsx";
import { Confirmation } from "./confirmation.tsx";
import { Header } from "./header.tsx";
import { Navigation } from "./navigation.tsx";
import { NavigationDrawer } from "./navigation-drawer.tsx";
import { RememberAccount } from "./recent-accounts.ts";
import classes from "./shell.module.css";
import { ShortcutKeys } from "./shortcut-keys.tsx";

/** Around every page of somebody signed in: header, navigation, and the account of the URL for all below it. */
export function SignedInLayout() {
	const { account } = useParams({ strict: false });
	return (
		<ReeveProvider accountParam={account}>
			<Shell />
		</ReeveProvider>
	);
}

function Shell() {
	const { accountParam } = useReeve();
	const [isDrawerOpen, setDrawerOpen] = useState(false);
	return (
		<div className={classes.shell}>
			<button type="button" className={classes.skip} onClick={focusContent}>
				Skip to the content
			</button>
			<div className={classes.top}>
				<Header onOpenNavigation={() => setDrawerOpen(true)} />
				<AccountBand />
			</div>
			<div className={classes.sides}>
				<aside className={classes.side}>
					<Navigation />
				</aside>
				<NavigationDrawer
					open={isDrawerOpen}
					onClose={() => setDrawerOpen(false)}
				/>
				{/* Another account, another page: nothing that was chosen or typed moves along. */}
				<main
					key={accountParam}
					id="content"
					tabIndex={-1}
					className={classes.content}
				>
					<Outlet />
				</main>
			</div>
			<RememberAccount />
			<ShortcutKeys />
			<Confirmation />
		</div>
	);
}

/** A button, for the fragment of a link would stay in the address and be copied along. */
function focusContent(): void {
	document.getElementById("content")?.focus();
}
