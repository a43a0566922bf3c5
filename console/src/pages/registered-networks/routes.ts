import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const registeredNetworkRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "registered-networks",
		component: lazyPage(
			() => import("./registered-networks-page.tsx"),
			"RegisteredNetworksPage",
		),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "registered-networks/$id",
		component: lazyPage(
			() => import("./registered-network-page.tsx"),
			"RegisteredNetworkPage",
		),
	}),
] as const;
