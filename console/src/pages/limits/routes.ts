import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const limitRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "limits",
		component: lazyPage(() => import("./limits-page.tsx"), "LimitsPage"),
	}),
] as const;
