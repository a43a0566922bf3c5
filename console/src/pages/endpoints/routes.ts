import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const endpointRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "endpoints",
		component: lazyPage(() => import("./endpoints-page.tsx"), "EndpointsPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "endpoints/enrol",
		component: lazyPage(() => import("./enrol-page.tsx"), "EnrolPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "endpoints/$id",
		component: lazyPage(() => import("./endpoint-page.tsx"), "EndpointPage"),
	}),
] as const;
