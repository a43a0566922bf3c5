import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const groupRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "groups",
		component: lazyPage(() => import("./groups-page.tsx"), "GroupsPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "groups/$id",
		component: lazyPage(() => import("./group-page.tsx"), "GroupPage"),
	}),
] as const;
