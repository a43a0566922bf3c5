import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const tenantRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "tenants",
		component: lazyPage(() => import("./tenants-page.tsx"), "TenantsPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "tenants/new",
		component: lazyPage(() => import("./new-tenant-page.tsx"), "NewTenantPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "tenants/$id",
		component: lazyPage(() => import("./tenant-page.tsx"), "TenantPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "tenants/$id/edit",
		component: lazyPage(
			() => import("./edit-tenant-page.tsx"),
			"EditTenantPage",
		),
	}),
] as const;
