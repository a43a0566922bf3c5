import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const networkRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "networks",
		component: lazyPage(() => import("./networks-page.tsx"), "NetworksPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "networks/$id",
		component: lazyPage(() => import("./network-page.tsx"), "NetworkPage"),
	}),
] as const;
