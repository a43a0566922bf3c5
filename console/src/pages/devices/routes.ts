import { createRoute } from "@tanstack/react-router";
import { accountRoute, lazyPage } from "../../app/layout-routes.tsx";

export const deviceRoutes = [
	createRoute({
		getParentRoute: () => accountRoute,
		path: "devices",
		component: lazyPage(() => import("./devices-page.tsx"), "DevicesPage"),
	}),
	createRoute({
		getParentRoute: () => accountRoute,
		path: "devices/$id",
		component: lazyPage(() => import("./device-page.tsx"), "DevicePage"),
	}),
] as const;
