import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const auditRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "audit",
		component: lazyPage(() => import("./audit-page.tsx"), "AuditPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "audit/$id",
		component: lazyPage(
			() => import("./audit-event-page.tsx"),
			"AuditEventPage",
		),
	}),
] as const;
