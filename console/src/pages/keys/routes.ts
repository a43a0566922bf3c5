import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const keyRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "keys",
		component: lazyPage(() => import("./keys-page.tsx"), "KeysPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "keys/new",
		component: lazyPage(() => import("./new-key-page.tsx"), "NewKeyPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "keys/$id",
		component: lazyPage(() => import("./key-page.tsx"), "KeyPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "keys/$id/edit",
		component: lazyPage(() => import("./edit-key-page.tsx"), "EditKeyPage"),
	}),
] as const;
