import Type from "typebox";
import { object, operation } from "../../kernel/index.ts";
import { overviewFigures, overviewOf } from "./overview-figures.ts";

export const accountTotals = operation({
	id: "accounts.totals",
	module: "accounts",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/account/totals",
	summary: "Add up the figures of all accounts that a call is about.",
	description:
		"The figures of accounts.overview; with `account=*` those of every account that the caller may enter, together.",
	input: object({}),
	output: object({
		accounts: Type.Integer({ description: "That were added up" }),
		...overviewFigures,
	}),
	perMinute: 60,
	example: {
		input: {},
		output: {
			accounts: 41,
			devices: {
				total: 4000,
				critical: 3,
				trouble: 1,
				attention: 12,
				service_down: 0,
				clear: 3200,
				not_watched: 780,
				suppressed: 4,
			},
			endpoints: { total: 900, online: 640, offline: 260, waiting: 2 },
			users: {
				people: 310,
				active: 290,
				invited: 12,
				pending: 0,
				blocked: 8,
				service: 20,
			},
			keys: { total: 64, active: 60, disabled: 3, expired: 1 },
			setup_keys: { total: 80, valid: 75 },
		},
	},
	async handler(ctx) {
		const figures = await overviewOf(ctx);
		return { accounts: ctx.accountIds.length, ...figures };
	},
});
