import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

const settingsRoute = createRoute({
	getParentRoute: () => accountRoute,
	path: "settings",
	component: lazyPage(() => import("./settings-page.tsx"), "SettingsPage"),
});

const parts = [
	createRoute({
		getParentRoute: () => settingsRoute,
		path: "/",
		component: lazyPage(() => import("./organization.tsx"), "Organization"),
	}),
	createRoute({
		getParentRoute: () => settingsRoute,
		path: "sign-in",
		component: lazyPage(() => import("./sign-in-rules.tsx"), "SignInRules"),
	}),
	createRoute({
		getParentRoute: () => settingsRoute,
		path: "agents",
		component: lazyPage(() => import("./agents.tsx"), "Agents"),
	}),
] as const;

export const settingsRoutes = [settingsRoute.addChildren(parts)] as const;
