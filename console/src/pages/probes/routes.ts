import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const probeRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "probes",
		component: lazyPage(() => import("./probes-page.tsx"), "ProbesPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "probes/$id",
		component: lazyPage(() => import("./probe-page.tsx"), "ProbePage"),
	}),
] as const;
