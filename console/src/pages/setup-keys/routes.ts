import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const setupKeyRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "setup-keys",
		component: lazyPage(() => import("./setup-keys-page.tsx"), "SetupKeysPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "setup-keys/$id",
		component: lazyPage(() => import("./setup-key-page.tsx"), "SetupKeyPage"),
	}),
] as const;
