import Type from "typebox";
import { object, unauthenticated } from "../../kernel/index.ts";
import { type OpenContext, openCall } from "../../kernel/open-call.ts";
import { findProvider, type ProviderRow } from "../identity-providers/index.ts";
import {
	endAttempt,
	finishSignIn,
	readAttempt,
	SignInAnswer,
	signInExample,
} from "../sign-in/index.ts";
import { clientOf } from "./begin-sso.ts";
import { knownPerson } from "./known-identity.ts";
import { welcomeNewcomer } from "./newcomer.ts";
import { redeemAnswer } from "./redeem-answer.ts";
import { SSO, type SsoState } from "./sso-attempt.ts";

export const completeSso = openCall({
	id: "sign_in.complete_sso",
	method: "POST",
	path: "/sign-in/complete-sso",
	summary:
		"Sign in with what the identity provider sent the browser back with.",
	description:
		"Only the browser that began the sign-in can end it, within ten minutes and once.",
	input: object({
		answer: Type.String({
			maxLength: 8000,
			description: "What stands behind the `#` of the page `/sign-in/sso`",
		}),
	}),
	output: SignInAnswer,
	example: {
		input: { answer: "code=an-example&state=an-example" },
		output: signInExample,
	},
	async handler(ctx, { answer }) {
		const { sso, provider } = await resume(ctx);
		const client = await clientOf(ctx, provider);
		const identity = await redeemAnswer(client, provider, sso, answer);
		const person =
			(await knownPerson(ctx, provider, identity)) ??
			(await welcomeNewcomer(ctx, provider, identity));
		return finishSignIn(ctx, person, ["sso"], {
			factorShownElsewhere: provider.second_factor,
		});
	},
});

/** The attempt that this browser began, which is over with this, and the provider as it was then. @throws unauthenticated */
async function resume(
	ctx: OpenContext,
): Promise<{ sso: SsoState; provider: ProviderRow }> {
	const { resources, attempt } = ctx;
	const sso = await readAttempt<SsoState>(resources, attempt, SSO);
	if (!sso || !(await endAttempt(resources, attempt))) throw over();
	const { accountId } = sso;
	const reader = resources.database.reader([accountId]);
	const provider = await findProvider(reader, accountId);
	const same =
		provider?.enabled &&
		provider.issuer === sso.issuer &&
		provider.client_id === sso.clientId;
	if (!same) throw over();
	return { sso, provider };
}

function over() {
	return unauthenticated(
		"sso_attempt",
		"This sign-in is over, or was begun in another browser; start again.",
	);
}
