import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import {
	type ErrorComponentProps,
	Link,
	useRouter,
} from "@tanstack/react-router";
import Compass from "lucide-react/icons/compass";
import { useEffect } from "react";
import { isMissingScript } from "../format/problem-words.ts";
import { Button } from "../kit/button.tsx";
import { ButtonLink } from "../kit/button-link.tsx";
import { EmptyState } from "../kit/empty-state.tsx";
import { ErrorState } from "../kit/error-state.tsx";
import { VisuallyHidden } from "../kit/visually-hidden.tsx";
import classes from "./route-error.module.css";

/** Stands in place of everything when nothing could be shown. */
export function RouteError(props: ErrorComponentProps) {
	return (
		<main>
			<PageError {...props} />
		</main>
	);
}

/**
 * Stands in place of a page that failed: the server's words, and the way to try again. A script that could not be had is
 * not asked for twice by every browser, so that the whole page is loaded anew.
 */
export function PageError({ error, reset }: ErrorComponentProps) {
	const router = useRouter();
	const queries = useQueryErrorResetBoundary();
	useEffect(() => {
		document.title = "Something went wrong · Reeve";
	}, []);
	const retry = () => {
		queries.reset();
		reset();
		void router.invalidate();
	};
	return (
		<div className={classes.place}>
			<h1>
				<VisuallyHidden>Something went wrong</VisuallyHidden>
			</h1>
			{isMissingScript(error) ? (
				<ErrorState error={error} action={<ReloadButton />} />
			) : (
				<ErrorState error={error} onRetry={retry} action={<HomeLink />} />
			)}
		</div>
	);
}

/** Where no page is, nor anything around one. */
export function NotFoundAnywhere() {
	return (
		<main>
			<NotFoundPage />
		</main>
	);
}

/** Where no page is. */
export function NotFoundPage() {
	useEffect(() => {
		document.title = "Not found · Reeve";
	}, []);
	return (
		<div className={classes.place}>
			<h1>
				<VisuallyHidden>Not found</VisuallyHidden>
			</h1>
			<EmptyState
				icon={<Compass aria-hidden="true" />}
				title="There is no such page"
				action={<HomeLink />}
			>
				The address is mistyped, or the page has moved.
			</EmptyState>
		</div>
	);
}

/** The page comes by itself once the network is back. */
function ReloadButton() {
	useEffect(() => {
		const reload = () => location.reload();
		addEventListener("online", reload);
		return () => removeEventListener("online", reload);
	}, []);
	return <Button onClick={() => location.reload()}>Reload the page</Button>;
}

function HomeLink() {
	return <ButtonLink render={<Link to="/" />}>Go to the start</ButtonLink>;
}
