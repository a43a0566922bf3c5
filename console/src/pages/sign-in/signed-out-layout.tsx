import { Outlet } from "@tanstack/react-router";
import { ExternalLink } from "../../kit/external-link.tsx";
import classes from "./signed-out.module.css";

/** Around the pages for whoever is not signed in: the product's name, one card, and the way to the API. */
export function SignedOutLayout() {
	return (
		<div className={classes.place}>
			<header className={classes.brand}>
				<Mark />
				<span>Reeve</span>
			</header>
			<main className={classes.main}>
				<Outlet />
			</main>
			<footer className={classes.footer}>
				<ExternalLink href="/docs">API reference</ExternalLink>
			</footer>
		</div>
	);
}

function Mark() {
	return (
		<svg viewBox="0 0 32 32" className={classes.mark} aria-hidden="true">
			<rect width="32" height="32" rx="7" />
			<path d="M10 24V8h7.5a5 5 0 0 1 1.6 9.7L23 24m-5-6h-8" />
		</svg>
	);
}
