import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const grantRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "grants",
		component: lazyPage(() => import("./grants-page.tsx"), "GrantsPage"),
	}),
] as const;
