import Type, { type Static } from "typebox";
import { Id, nullable, object, oneOf, Timestamp } from "../../kernel/index.ts";

/** Roles that somebody may get by coming for the first time: none that administers the account. */
export const NewcomerRole = nullable(
	oneOf(["network_admin", "operator", "auditor", "billing_admin", "user"], {
		description:
			"The role of people whom nobody has added or invited; null: they may not come",
	}),
);

/** What an administrator sets, save the client secret, which nobody reads again. */
export const providerFields = {
	name: Type.String({
		minLength: 1,
		maxLength: 100,
		description: "As the sign-in page names it",
	}),
	issuer: Type.String({
		maxLength: 500,
		description:
			"The provider's own name, an https URL below which it serves `/.well-known/openid-configuration`",
	}),
	client_id: Type.String({ minLength: 1, maxLength: 500 }),
	domains: Type.Array(Type.String({ minLength: 1, maxLength: 254 }), {
		minItems: 1,
		maxItems: 50,
		description: "Domains of the e-mail addresses whose people sign in there",
	}),
	required: Type.Boolean({
		description:
			"Whether people of these domains sign in no other way; the owner keeps the password as a way back",
	}),
	newcomer_role: NewcomerRole,
	second_factor: Type.Boolean({
		description: "Whether a sign-in there counts as a second factor too",
	}),
	include_owner: Type.Boolean({
		description:
			"Whether the owner may sign in there too; only an owner turns it on",
	}),
	trust_addresses: Type.Boolean({
		description:
			"Whether addresses of these domains count as verified where the provider does not say; some never do",
	}),
	enabled: Type.Boolean(),
};

export const IdentityProvider = object({
	account_id: Id,
	...providerFields,
	client_secret_set: Type.Boolean({
		description: "Whether there is a client secret; it is never shown",
	}),
	redirect_uri: Type.String({
		description: "To be allowed at the provider: where it sends people back",
	}),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type IdentityProvider = Static<typeof IdentityProvider>;

export const identityProviderExample: IdentityProvider = {
	account_id: "1000007",
	name: "Example Login",
	issuer: "https://login.example.com",
	client_id: "reeve",
	domains: ["example.com"],
	required: false,
	newcomer_role: null,
	second_factor: true,
	include_owner: false,
	trust_addresses: false,
	enabled: true,
	client_secret_set: true,
	redirect_uri: "https://reeve.example.com/api/v1/sign-in/sso/callback",
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};

/** Where the provider sends people back, below the address under which they reach this server. */
export const CALLBACK_PATH = "/sign-in/sso/callback";

export function redirectUri(publicUrl: string): string {
	return `${publicUrl}/api/v1${CALLBACK_PATH}`;
}
