import type { WireRoute } from "../dialect.ts";
import type { Account } from "./account-shape.ts";
import { date, flag, integer, listOf, shape, text } from "./schemas.ts";
import { ok } from "./wire.ts";

const tag = "Billing";

/** What providers' tools read for each tenant. Nothing is sold here, so a price is never known. */
export const billingRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: "/api/integrations/billing/usage",
		operation: "accounts.stats",
		document: {
			summary: "Count users and peers",
			tag,
			answers: {
				200: {
					description: "The figures",
					schema: shape({
						active_users: integer,
						total_users: integer,
						active_peers: integer,
						total_peers: integer,
					}),
					example: {
						active_users: 3,
						total_users: 4,
						active_peers: 41,
						total_peers: 50,
					},
				},
			},
		},
		async handle(call) {
			const stats = await call.run("accounts.stats", {});
			return ok({
				active_users: stats.active_users,
				total_users: stats.total_users,
				active_peers: stats.active_endpoints,
				total_peers: stats.total_endpoints,
			});
		},
	},
	{
		method: "GET",
		path: "/api/integrations/billing/subscription",
		operation: "accounts.get",
		document: {
			summary: "Read the plan of the account",
			tag,
			answers: {
				200: {
					description: "The plan",
					schema: shape({
						active: flag,
						plan_tier: text,
						price_id: text,
						features: listOf(text),
						currency: text,
						price: integer,
						provider: text,
						updated_at: date,
					}),
					example: {
						active: true,
						plan_tier: "team-monthly",
						price_id: "team-monthly",
						features: [],
						currency: "",
						price: 0,
						provider: "",
						updated_at: "2026-01-05T09:00:00.000Z",
					},
				},
			},
		},
		async handle(call) {
			const account: Account = await call.run("accounts.get", {});
			return ok({
				active: account.status !== "suspended",
				plan_tier: account.is_trial ? "trial" : (account.subscription ?? ""),
				price_id: account.subscription ?? "",
				features: [],
				currency: "",
				price: 0,
				provider: "",
				updated_at: account.updated_at,
			});
		},
	},
];
