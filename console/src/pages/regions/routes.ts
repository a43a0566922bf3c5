import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const regionRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "regions",
		component: lazyPage(() => import("./regions-page.tsx"), "RegionsPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "regions/$id",
		component: lazyPage(() => import("./region-page.tsx"), "RegionPage"),
	}),
] as const;
