import { createRoute } from "@tanstack/react-router";
import { lazyPage, signedInRoute } from "../../app/layout-routes.tsx";

const profileRoute = createRoute({
	getParentRoute: () => signedInRoute,
	path: "/profile",
	component: lazyPage(() => import("./profile-page.tsx"), "ProfilePage"),
});

const parts = [
	createRoute({
		getParentRoute: () => profileRoute,
		path: "/",
		component: lazyPage(() => import("./general.tsx"), "General"),
	}),
	createRoute({
		getParentRoute: () => profileRoute,
		path: "sign-in",
		component: lazyPage(() => import("./own-sign-in.tsx"), "OwnSignIn"),
	}),
	createRoute({
		getParentRoute: () => profileRoute,
		path: "sessions",
		component: lazyPage(() => import("./own-sessions.tsx"), "OwnSessions"),
	}),
	createRoute({
		getParentRoute: () => profileRoute,
		path: "tokens",
		component: lazyPage(() => import("../keys/own-tokens.tsx"), "OwnTokens"),
	}),
] as const;

/** Pages about oneself, wherever one works. */
export const profileRoutes = [profileRoute.addChildren(parts)] as const;
