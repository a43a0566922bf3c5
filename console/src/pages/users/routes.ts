import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const userRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "users",
		component: lazyPage(() => import("./users-page.tsx"), "UsersPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "users/$id",
		component: lazyPage(() => import("./user-page.tsx"), "UserPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "invitations",
		component: lazyPage(
			() => import("./invitations-page.tsx"),
			"InvitationsPage",
		),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "service-users",
		component: lazyPage(
			() => import("./service-users-page.tsx"),
			"ServiceUsersPage",
		),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "service-users/$id",
		component: lazyPage(() => import("./user-page.tsx"), "UserPage"),
	}),
] as const;
