import type { WireCall, WireRoute } from "../dialect.ts";
import { date, int, shapeOf, str } from "./schemas.ts";

/** Nothing is billed here and nothing runs out; the fields are required on this wire. */
const NEVER = "9999-12-31T23:59:59.000Z";

export const serviceProviderRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: "/v1/serviceproviders/:serviceProviderId",
		// Only a provider has tenants, so nobody else gets past this.
		operation: "tenants.list",
		handle: readServiceProvider,
		document: {
			summary: "Read the service provider",
			tag: "Service providers",
			answers: {
				200: {
					description: "What it has and how much of that is used",
					schema: shapeOf({
						packageName: str,
						seatsTotal: int,
						seatsUsed: int,
						customerCount: int,
						status: str,
						rebillAt: date,
						expiresAt: date,
					}),
					example: {
						packageName: "Umbrella DNS Security Advantage",
						seatsTotal: 1000,
						seatsUsed: 350,
						customerCount: 7,
						status: "active",
						rebillAt: NEVER,
						expiresAt: NEVER,
					},
				},
			},
		},
	},
];

async function readServiceProvider(call: WireCall) {
	const [account, stats] = await Promise.all([
		call.run("accounts.get", {}),
		call.run("accounts.stats", {}),
	]);
	return {
		status: 200,
		body: {
			packageName: account.package_name,
			seatsTotal: account.seats,
			seatsUsed: stats.tenant_seats,
			customerCount: stats.tenants,
			status: account.status,
			rebillAt: NEVER,
			expiresAt: NEVER,
		},
	};
}
