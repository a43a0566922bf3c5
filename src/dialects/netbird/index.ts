import { readPresented } from "../../kernel/credentials/presented.ts";
import type { Dialect, WireRequest, WireRoute } from "../dialect.ts";
import { accountParameter } from "./account-parameter.ts";
import { accountRoutes } from "./accounts.ts";
import { billingRoutes } from "./billing.ts";
import { errorAnswer } from "./error-answer.ts";
import { eventRoutes } from "./events.ts";
import { readBody } from "./fields.ts";
import { groupRoutes } from "./groups.ts";
import { instanceRoutes, openInstanceRoutes } from "./instance.ts";
import { mspRoutes } from "./msp.ts";
import { networkResourceRoutes } from "./network-resources.ts";
import { networkRouterRoutes } from "./network-routers.ts";
import { networkRoutes } from "./networks.ts";
import { peerRoutes } from "./peers.ts";
import { currentUserRoutes } from "./permissions.ts";
import { policyRoutes } from "./policies.ts";
import { setupKeyRoutes } from "./setup-keys.ts";
import { tenantRoutes } from "./tenants.ts";
import { tokenRoutes } from "./tokens.ts";
import { openInviteRoutes, userInviteRoutes } from "./user-invites.ts";
import { userRoutes } from "./users.ts";

/**
 * This wire has one budget, the token's: 1200 calls at once, on whichever endpoint (promise N10). The window of an
 * endpoint is as wide, so that it never answers first; operations with a limit of their own keep it.
 */
const ENDPOINT_PER_MINUTE = 1200;
const OWN_LIMITS = ["users.change_password", "tenants.verify_domain"];

const routes: readonly WireRoute[] = [
	...instanceRoutes,
	...accountRoutes,
	...userRoutes,
	...currentUserRoutes,
	...userInviteRoutes,
	...tokenRoutes,
	...setupKeyRoutes,
	...groupRoutes,
	...policyRoutes,
	...networkRoutes,
	...networkResourceRoutes,
	...networkRouterRoutes,
	...peerRoutes,
	...eventRoutes,
	...tenantRoutes,
	...mspRoutes,
	...billingRoutes,
];

function allHeaders(request: WireRequest, name: string): string | undefined {
	const value = request.headers[name];
	return Array.isArray(value) ? value.join(", ") : value;
}

const crossOrigin = {
	"access-control-allow-origin": "*",
	"access-control-expose-headers":
		"Reeve-Account, X-Request-Id, Retry-After, RateLimit, RateLimit-Policy",
};

export const netbird: Dialect = {
	name: "netbird",
	title: "NetBird management API",
	description:
		"The management API of NetBird with its endpoints for providers. `?account=` runs a call inside a tenant. Errors are `{message, code}`; what is wrong with a field is 422.",
	query: {
		account: {
			description:
				"The tenant to run in. Without it the call runs in the account of the token; on a standalone account it has no effect.",
			schema: { type: "string", pattern: "^[1-9][0-9]{0,17}$" },
		},
	},
	prefix: "/api",
	routes: routes.map((route) =>
		OWN_LIMITS.includes(route.operation)
			? route
			: { perMinute: ENDPOINT_PER_MINUTE, ...route },
	),
	openRoutes: [...openInstanceRoutes, ...openInviteRoutes],
	credential: (request) =>
		readPresented(
			allHeaders(request, "authorization"),
			allHeaders(request, "apikey"),
		),
	account: accountParameter,
	readBody,
	error: errorAnswer,
	headers: () => crossOrigin,
	preflight: (request) => ({
		...crossOrigin,
		"access-control-allow-methods":
			allHeaders(request, "access-control-request-method") ?? "*",
		"access-control-allow-headers":
			allHeaders(request, "access-control-request-headers") ?? "*",
		"access-control-max-age": "600",
	}),
	contentType: "application/json; charset=UTF-8",
};
