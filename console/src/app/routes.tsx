import { createRouter } from "@tanstack/react-router";
import { auditRoutes } from "../pages/audit/routes.ts";
import { deviceRoutes } from "../pages/devices/routes.ts";
import { dnsPolicyRoutes } from "../pages/dns-policies/routes.ts";
import { endpointRoutes } from "../pages/endpoints/routes.ts";
import { grantRoutes } from "../pages/grants/routes.ts";
import { groupRoutes } from "../pages/groups/routes.ts";
import { homeRoutes } from "../pages/home/routes.ts";
import { keyRoutes } from "../pages/keys/routes.ts";
import { limitRoutes } from "../pages/limits/routes.ts";
import { networkRoutes } from "../pages/networks/routes.ts";
import { policyRoutes } from "../pages/policies/routes.ts";
import { probeRoutes } from "../pages/probes/routes.ts";
import { profileRoutes } from "../pages/profile/routes.ts";
import { regionRoutes } from "../pages/regions/routes.ts";
import { registeredNetworkRoutes } from "../pages/registered-networks/routes.ts";
import { roleRoutes } from "../pages/roles/routes.ts";
import { settingsRoutes } from "../pages/settings/routes.ts";
import { setupKeyRoutes } from "../pages/setup-keys/routes.ts";
import { signInRoutes } from "../pages/sign-in/routes.ts";
import { tenantRoutes } from "../pages/tenants/routes.ts";
import { userRoutes } from "../pages/users/routes.ts";
import {
	accountRoute,
	indexRoute,
	rootRoute,
	signedInRoute,
} from "./layout-routes.tsx";
import { queryClient } from "./query-client.ts";
import { NotFoundPage, PageError } from "./route-error.tsx";
import { RoutePending } from "./route-pending.tsx";
import { parseSearch, stringifySearch } from "./search-params.ts";

/**
 * All pages. Each area declares its own in `pages/<area>/routes.ts` and stands here once: pages of an account below
 * `accountRoute`, pages about oneself below `signedInRoute`, pages for strangers below the root.
 */
const routeTree = rootRoute.addChildren([
	...signInRoutes,
	signedInRoute.addChildren([
		indexRoute,
		...profileRoutes,
		accountRoute.addChildren([
			...homeRoutes,
			...auditRoutes,
			...deviceRoutes,
			...dnsPolicyRoutes,
			...endpointRoutes,
			...keyRoutes,
			...limitRoutes,
			...networkRoutes,
			...policyRoutes,
			...probeRoutes,
			...regionRoutes,
			...registeredNetworkRoutes,
			...setupKeyRoutes,
			...settingsRoutes,
			...userRoutes,
			...tenantRoutes,
			...roleRoutes,
			...groupRoutes,
			...grantRoutes,
		]),
	]),
]);

const MOMENT_MS = 300;

export const router = createRouter({
	routeTree,
	context: { queryClient },
	parseSearch,
	stringifySearch,
	defaultPreload: "intent",
	// Queries know how long an answer is fresh; the router asks them each time.
	defaultPreloadStaleTime: 0,
	defaultPendingMs: MOMENT_MS,
	defaultPendingMinMs: 0,
	defaultPendingComponent: RoutePending,
	defaultErrorComponent: PageError,
	defaultNotFoundComponent: NotFoundPage,
	scrollRestoration: true,
	trailingSlash: "never",
});

declare module "@tanstack/react-router" {
	interface Register {
		router: typeof router;
	}
}
