import { buildAuthorizationUrl } from "openid-client";
import Type from "typebox";
import { object, ReeveError, unavailable } from "../../kernel/index.ts";
import { type OpenContext, openCall } from "../../kernel/open-call.ts";
import {
	accountOfDomain,
	domainOf,
	findProvider,
	openClientSecret,
	openIdClient,
	type ProviderRow,
	redirectUri,
} from "../identity-providers/index.ts";
import { findPerson, openAttempt } from "../sign-in/index.ts";
import { newSsoState, requestOf, SSO, SSO_MINUTES } from "./sso-attempt.ts";

export const beginSso = openCall({
	id: "sign_in.sso",
	method: "POST",
	path: "/sign-in/sso",
	summary: "Say where a person signs in with single sign-on.",
	description:
		"The browser goes to the address in the answer. The identity provider sends it back to `/sign-in/sso` with what `sign_in.complete_sso` takes behind a `#`.",
	input: object({
		email: Type.String({ minLength: 3, maxLength: 254 }),
	}),
	output: object({
		url: Type.String({ description: "The identity provider's sign-in page" }),
	}),
	example: {
		input: { email: "tina@example.com" },
		output: {
			url: "https://login.example.com/authorize?client_id=reeve&response_type=code",
		},
	},
	async handler(ctx, { email }) {
		const { resources } = ctx;
		const provider = await providerFor(ctx, email.trim());
		if (!provider) throw notSetUp();
		const sso = newSsoState({
			accountId: provider.account_id,
			issuer: provider.issuer,
			clientId: provider.client_id,
			redirectUri: redirectUri(resources.publicUrl),
		});
		const request = await requestOf(sso, email.trim());
		const client = await clientOf(ctx, provider);
		return {
			output: { url: buildAuthorizationUrl(client, request).href },
			attempt: await openAttempt(resources, {
				purpose: SSO,
				state: sso,
				minutes: SSO_MINUTES,
			}),
		};
	},
});

/** Said alike of every address that is sent nowhere, whether anybody has it or not. */
function notSetUp() {
	return new ReeveError(
		"not_found",
		"No single sign-on is set up for this address; sign in with the password.",
		{ reason: "sso_not_set_up" },
	);
}

/**
 * Whoever is known goes where their own account says, and nowhere else: no other account leads them to a provider of
 * its own by claiming their domain. Only unknown addresses go by their domain alone.
 */
async function providerFor(
	{ resources: { database } }: OpenContext,
	email: string,
): Promise<ProviderRow | undefined> {
	const person = await findPerson(database, email);
	const accountId =
		person?.accountId ?? (await accountOfDomain(database.reader([]), email));
	if (accountId === undefined) return undefined;
	const provider = await findProvider(database.reader([accountId]), accountId);
	if (!provider?.enabled) return undefined;
	return provider.domains.includes(domainOf(email)) ? provider : undefined;
}

/** The client at an account's provider. @throws unavailable when the provider does not answer */
export async function clientOf(
	{ resources }: OpenContext,
	provider: ProviderRow,
) {
	const clientSecret = openClientSecret(resources.pepper, provider);
	try {
		return await openIdClient({
			issuer: provider.issuer,
			clientId: provider.client_id,
			clientSecret,
		});
	} catch (cause) {
		throw providerAway(provider, cause);
	}
}

export function providerAway(provider: ProviderRow, cause: unknown) {
	return unavailable(
		`${provider.name} does not answer; try again in a moment.`,
		cause,
	);
}
