import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const roleRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "roles",
		component: lazyPage(() => import("./roles-page.tsx"), "RolesPage"),
	}),
] as const;
