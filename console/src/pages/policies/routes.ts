import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const policyRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "policies",
		component: lazyPage(() => import("./policies-page.tsx"), "PoliciesPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "policies/new",
		component: lazyPage(() => import("./new-policy-page.tsx"), "NewPolicyPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "policies/$id",
		component: lazyPage(() => import("./policy-page.tsx"), "PolicyPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "policies/$id/edit",
		component: lazyPage(
			() => import("./edit-policy-page.tsx"),
			"EditPolicyPage",
		),
	}),
] as const;
