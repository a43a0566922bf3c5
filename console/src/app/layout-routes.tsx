import type { QueryClient } from "@tanstack/react-query";
import {
	createRootRouteWithContext,
	createRoute,
	lazyRouteComponent,
	notFound,
	redirect,
	rootRouteId,
} from "@tanstack/react-router";
import { Root } from "./root.tsx";
import {
	NotFoundAnywhere,
	NotFoundPage,
	PageError,
	RouteError,
} from "./route-error.tsx";
import { readSession } from "./session.ts";
import { whoamiQuery } from "./whoami.ts";

/**
 * A page whose script is fetched when it is first opened, or when a link to it is about to be. The router loads
 * everything anew when a script is missing, since there may be a newer console; without a network that would lose the
 * page for nothing, so that the failure is then given words that the router does not know.
 */
export const lazyPage: typeof lazyRouteComponent = (load, name) =>
	lazyRouteComponent(
		() =>
			load().catch((cause: Error) => {
				if (navigator.onLine) throw cause;
				throw new TypeError(`Offline: ${cause.message}`, { cause });
			}),
		name,
	);

/** Strangers need none of what stands around a page of somebody signed in. */
const SignedInLayout = lazyPage(
	() => import("./shell/signed-in-layout.tsx"),
	"SignedInLayout",
);

/** What every route may use before it renders. */
export interface RouterContext {
	queryClient: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
	component: Root,
	notFoundComponent: NotFoundAnywhere,
	errorComponent: RouteError,
});

/** Everything that only somebody signed in sees. Reads who that is before anything is drawn. */
export const signedInRoute = createRoute({
	getParentRoute: () => rootRoute,
	id: "signed-in",
	component: SignedInLayout,
	errorComponent: RouteError,
	beforeLoad: async ({ context, location }) => {
		const session = await readSession();
		if (!session.set_up)
			throw redirect({ to: "/set-up" as "/sign-in", replace: true });
		if (!session.signed_in || session.needs)
			throw redirect({
				to: "/sign-in",
				search: location.href === "/" ? {} : { next: location.href },
				replace: true,
			});
		const account = accountOf(location.pathname);
		if (account !== undefined && !ACCOUNTS.test(account))
			throw notFound({ routeId: rootRouteId });
		void SignedInLayout.preload?.();
		await context.queryClient.ensureQueryData(whoamiQuery(account));
	},
});

const ACCOUNTS = /^(all|\d{1,15})$/;

/** The account that a path is in; undefined for pages about oneself. */
export function accountOf(path: string): string | undefined {
	return /^\/a\/([^/]+)/.exec(path)?.[1];
}

/** `/` leads to one's own account. */
export const indexRoute = createRoute({
	getParentRoute: () => signedInRoute,
	path: "/",
	beforeLoad: async ({ context }) => {
		const { home } = await context.queryClient.ensureQueryData(
			whoamiQuery(undefined),
		);
		throw redirect({
			to: "/a/$account",
			params: { account: home.id },
			replace: true,
		});
	},
});

/** Every page of an account, or of all of them: `/a/1000007/…`, `/a/all/…`. */
export const accountRoute = createRoute({
	getParentRoute: () => signedInRoute,
	path: "/a/$account",
	notFoundComponent: NotFoundPage,
	errorComponent: PageError,
});
