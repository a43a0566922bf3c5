import Type, { type Static } from "typebox";
import {
	type Context,
	checkVersion,
	forbidden,
	invalid,
	nullable,
	object,
	operation,
	standsAbove,
} from "../../kernel/index.ts";
import { assertMayGive } from "../users/index.ts";
import { claimDomains, normalDomains } from "./email-domains.ts";
import {
	IdentityProvider,
	identityProviderExample,
	providerFields,
} from "./identity-provider.ts";
import {
	findProvider,
	forgetSubjects,
	lockProvider,
	type ProviderChange,
	type ProviderRow,
	storeProvider,
	toProvider,
} from "./identity-provider-store.ts";
import { assertAnswers, normalIssuer } from "./issuer.ts";
import { assertDomainsProven } from "./proven-domains.ts";
import { sealClientSecret } from "./sealed-client-secret.ts";

const { name, issuer, client_id, domains, ...choices } = providerFields;

const input = object({
	name,
	issuer,
	client_id,
	client_secret: Type.Optional(
		nullable(
			Type.String({
				minLength: 1,
				maxLength: 1000,
				description:
					"Left out: as it was; null: none, for a client that has none",
			}),
		),
	),
	domains,
	required: Type.Optional(choices.required),
	newcomer_role: Type.Optional(choices.newcomer_role),
	second_factor: Type.Optional(choices.second_factor),
	include_owner: Type.Optional(choices.include_owner),
	trust_addresses: Type.Optional(choices.trust_addresses),
	enabled: Type.Optional(choices.enabled),
});
type Input = Static<typeof input>;

export const updateIdentityProvider = operation({
	id: "identity_provider.update",
	module: "accounts",
	access: "write",
	scope: "account",
	method: "PUT",
	path: "/identity-provider",
	summary: "Set where people of the account sign in with single sign-on.",
	description:
		"An OpenID Connect provider, which is asked for its configuration before anything is stored. Choices left out are as for a new one: people are added or invited first, a sign-in there counts as a second factor, nobody must, and the owner signs in with the password. Whoever the provider says somebody is, that person they are here, so an administrator cannot have it vouch for the owner. A tenant proves each new domain by a TXT record `reeve-verification=`, followed by the account's `dns_challenge`.",
	// The issuer is asked each time, wherever it stands.
	perMinute: 10,
	input,
	output: IdentityProvider,
	audit: { target: "identity_provider" },
	example: {
		input: {
			name: "Example Login",
			issuer: "https://login.example.com",
			client_id: "reeve",
			client_secret: "an-example-that-opens-nothing",
			domains: ["example.com"],
		},
		output: identityProviderExample,
	},
	/** Asks DNS and the issuer, whose answers may take seconds. */
	async prepare(ctx, wanted) {
		const issuer = normalIssuer(wanted.issuer);
		const claimed = normalDomains(wanted.domains);
		const row = await findProvider(ctx.db, ctx.account.id);
		assertMayVouch(ctx, { ...wanted, issuer }, row);
		await assertDomainsProven(ctx, claimed, row?.domains ?? []);
		await assertAnswers(issuer);
		return { issuer, claimed };
	},
	async handler(ctx, wanted, { issuer, claimed }) {
		await claimDomains(ctx, claimed);
		return store(ctx, { ...wanted, issuer }, claimed);
	},
});

async function store(
	ctx: Context,
	wanted: Input,
	claimed: string[],
): Promise<IdentityProvider> {
	const { db, account, resources } = ctx;
	const row = await lockProvider(db, account.id);
	if (row) checkVersion(ctx, row);
	assertMayVouch(ctx, wanted, row);
	await storeProvider(db, account.id, {
		...toRow(wanted, claimed),
		...secretOf(ctx, wanted, row),
	});
	if (row && row.issuer !== wanted.issuer) await forgetSubjects(db, account.id);
	const stored = (await findProvider(db, account.id)) as ProviderRow;
	const after = toProvider(stored, resources.publicUrl);
	ctx.audit({
		target: { id: account.id, name: after.name },
		before: row ? toProvider(row, resources.publicUrl) : undefined,
		after,
	});
	return after;
}

/**
 * Whoever chooses the provider chooses who comes in as whom. So it takes the right to make administrators, and an
 * owner where the owner is among them. @throws forbidden
 */
function assertMayVouch(
	ctx: Context,
	wanted: Input,
	row: ProviderRow | undefined,
): void {
	assertMayGive(ctx, "admin");
	if (!wanted.include_owner || !standsAbove(ctx, "owner")) return;
	const same =
		row?.include_owner &&
		row.issuer === wanted.issuer &&
		row.client_id === wanted.client_id;
	if (same) return;
	throw forbidden(
		"owner_only",
		"Only an owner lets a provider vouch for the owner; leave include_owner out.",
	);
}

function toRow(
	wanted: Input,
	claimed: string[],
): Omit<ProviderChange, "client_secret" | "pepper_version"> {
	return {
		name: wanted.name,
		issuer: wanted.issuer,
		client_id: wanted.client_id,
		domains: claimed,
		required: wanted.required ?? false,
		newcomer_role: wanted.newcomer_role ?? null,
		second_factor: wanted.second_factor ?? true,
		include_owner: wanted.include_owner ?? false,
		trust_addresses: wanted.trust_addresses ?? false,
		enabled: wanted.enabled ?? true,
	};
}

/** A secret goes to the issuer it was given for: one that nobody may read must not be sent elsewhere by a change. */
function secretOf(
	{ resources, account }: Context,
	wanted: Input,
	row: ProviderRow | undefined,
): Pick<ProviderRow, "client_secret" | "pepper_version"> {
	const { client_secret } = wanted;
	if (client_secret !== undefined)
		return sealClientSecret(resources.pepper, account.id, client_secret);
	if (!row) return { client_secret: null, pepper_version: null };
	const same =
		row.issuer === wanted.issuer && row.client_id === wanted.client_id;
	if (!same && row.client_secret !== null)
		throw invalid(
			"client_secret",
			"required",
			"client_secret must be given again, or be null, when issuer or client_id changes",
		);
	return {
		client_secret: row.client_secret,
		pepper_version: row.pepper_version,
	};
}
