import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const dnsPolicyRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "dns-policies",
		component: lazyPage(
			() => import("./dns-policies-page.tsx"),
			"DnsPoliciesPage",
		),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "dns-policies/$id",
		component: lazyPage(() => import("./dns-policy-page.tsx"), "DnsPolicyPage"),
	}),
] as const;
