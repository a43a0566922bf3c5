import { createRoute } from "@tanstack/react-router";
import { lazyPage, rootRoute } from "../../app/layout-routes.tsx";
import { oneOf, type SearchParams } from "../../app/search-params.ts";
import {
	leaveWhenSetUp,
	leaveWhenSignedIn,
	type SignInSearch,
} from "./entrances.ts";

/** Pages for whoever is not signed in: one card in the middle, and nothing else. */
const signedOutRoute = createRoute({
	getParentRoute: () => rootRoute,
	id: "signed-out",
	component: lazyPage(
		() => import("./signed-out-layout.tsx"),
		"SignedOutLayout",
	),
});

const signInRoute = createRoute({
	getParentRoute: () => signedOutRoute,
	path: "/sign-in",
	validateSearch: (search: SearchParams): SignInSearch => ({
		next: oneOf(search.next),
	}),
	beforeLoad: ({ search }) => leaveWhenSignedIn(search),
	component: lazyPage(() => import("./sign-in-page.tsx"), "SignInPage"),
});

/** Where an identity provider sends the browser back to, with its answer behind the `#`. */
const ssoRoute = createRoute({
	getParentRoute: () => signedOutRoute,
	path: "/sign-in/sso",
	component: lazyPage(() => import("./sso-return-page.tsx"), "SsoReturnPage"),
});

const setUpRoute = createRoute({
	getParentRoute: () => signedOutRoute,
	path: "/set-up",
	beforeLoad: leaveWhenSetUp,
	component: lazyPage(() => import("../set-up/set-up-page.tsx"), "SetUpPage"),
});

const invitationRoute = createRoute({
	getParentRoute: () => signedOutRoute,
	path: "/invitation",
	component: lazyPage(
		() => import("../invitation/invitation-page.tsx"),
		"InvitationPage",
	),
});

const resetRoute = createRoute({
	getParentRoute: () => signedOutRoute,
	path: "/reset",
	component: lazyPage(() => import("../reset/reset-page.tsx"), "ResetPage"),
});

export const signInRoutes = [
	signedOutRoute.addChildren([
		signInRoute,
		ssoRoute,
		setUpRoute,
		invitationRoute,
		resetRoute,
	]),
];
