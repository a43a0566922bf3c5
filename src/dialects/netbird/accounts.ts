import type { WireCall, WireRoute } from "../dialect.ts";
import {
	type Account,
	accountExample,
	accountSchema,
	onboardingSchema,
	readSettings,
	settingsSchema,
	toWireAccount,
} from "./account-shape.ts";
import { Fields } from "./fields.ts";
import { Refusal } from "./refusal.ts";
import { listOf, nothing, shape } from "./schemas.ts";
import { bodyOf, done, ok } from "./wire.ts";

const tag = "Accounts";

export const accountRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: "/api/accounts",
		operation: "accounts.get",
		document: {
			summary: "Read the account that the call runs in, as a list of one",
			tag,
			answers: {
				200: {
					description: "The account",
					schema: listOf(accountSchema),
					example: [accountExample],
				},
			},
		},
		async handle(call) {
			return ok([toWireAccount(await call.run("accounts.get", {}))]);
		},
	},
	{
		method: "PUT",
		path: "/api/accounts/:accountId",
		operation: "accounts.update",
		document: {
			summary: "Replace the settings of the account",
			tag,
			body: {
				schema: shape({
					settings: settingsSchema,
					"onboarding?": onboardingSchema,
				}),
				example: { settings: accountExample.settings },
			},
			answers: {
				200: {
					description: "The account",
					schema: accountSchema,
					example: accountExample,
				},
			},
		},
		async handle(call) {
			const fields = bodyOf(call);
			const change = readSettings(fields.object("settings") ?? new Fields({}));
			const onboarding = readOnboarding(fields);
			requireThisAccount(call);
			const account: Account = await call.run("accounts.update", {
				...change,
				...onboarding,
			});
			return ok(toWireAccount(account));
		},
	},
	{
		method: "DELETE",
		path: "/api/accounts/:accountId",
		operation: "accounts.delete",
		document: {
			summary: "Delete the account with everything in it",
			tag,
			answers: { 200: { description: "Done", schema: nothing } },
		},
		async handle(call) {
			requireThisAccount(call);
			await call.run("accounts.delete", {});
			return done;
		},
	},
];

function readOnboarding(fields: Fields) {
	const onboarding = fields.object("onboarding");
	if (!onboarding) return {};
	return {
		onboarding: {
			signup_form_pending: onboarding.flag("signup_form_pending"),
			onboarding_flow_pending: onboarding.flag("onboarding_flow_pending"),
		},
	};
}

/** The path names the account that the call runs in; whether another one exists is not said. @throws Refusal */
function requireThisAccount(call: WireCall): void {
	if (call.params.accountId !== call.place.account.id)
		throw new Refusal(403, "permission denied");
}
