import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const homeRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "/",
		component: lazyPage(() => import("./home-page.tsx"), "HomePage"),
	}),
] as const;
