import Type from "typebox";
import {
	type Context,
	checkVersion,
	conflict,
	forbidden,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import {
	Account,
	AccountName,
	accountExample,
	DomainNameOrNone,
	Onboarding,
} from "./account.ts";
import {
	type AccountChange,
	findAccount,
	findDomain,
	lockAccount,
	updateAccount as storeAccount,
} from "./account-store.ts";
import { dnsChallenge } from "./dns-challenge.ts";
import {
	assertNetworkRange,
	countEndpoints,
	readdressEndpoints,
} from "./network-range.ts";
import {
	contactFields,
	licenceFields,
	optionalFields,
	overlay,
	rangeFields,
} from "./profile.ts";
import { Settings } from "./settings.ts";
import { changeSettings } from "./settings-change.ts";
import { readRanges } from "./verified-ranges.ts";

/** What a provider decides for its tenants, with tenants.update. */
const providerFields = [
	...Object.keys(licenceFields),
	...Object.keys(rangeFields),
	"domain",
];

export const updateAccount = operation({
	id: "accounts.update",
	module: "accounts",
	access: "write",
	scope: "account",
	method: "PATCH",
	path: "/account",
	summary: "Change the profile and the settings of the account.",
	description:
		"Fields left out stay as they are, inside settings too. What was sold to a tenant, its domain and its verified ranges are the provider's to change.",
	input: object({
		name: Type.Optional(AccountName),
		domain: Type.Optional(DomainNameOrNone),
		...optionalFields(contactFields),
		...optionalFields(licenceFields),
		...optionalFields(rangeFields),
		settings: Type.Optional(Settings),
		onboarding: Type.Optional(Onboarding),
		network_range: Type.Optional(
			Type.String({
				maxLength: 18,
				description: "A new range gives every endpoint a new address",
			}),
		),
	}),
	output: Account,
	audit: { target: "account" },
	example: {
		input: { name: "Acme", settings: { peer_login_expiration: 86_400 } },
		output: accountExample,
	},
	async handler(ctx, input) {
		const { id } = ctx.account;
		refuseProviderFields(ctx, input);
		const before = await lockAccount(ctx.db, id);
		if (!before) throw notFound("account", id);
		checkVersion(ctx, before);
		await storeAccount(ctx.db, id, await changed(ctx, before, input));
		const after = (await findAccount(ctx.db, id)) as Account;
		ctx.audit({ target: { id, name: after.name }, before, after });
		ctx.revoke(id);
		return after;
	},
});

type Input = Partial<Omit<AccountChange, "dns_challenge" | "settings">> & {
	settings?: Settings;
};

function refuseProviderFields(ctx: Context, input: object): void {
	if (ctx.account.kind !== "tenant") return;
	const field = providerFields.find((name) => Object.hasOwn(input, name));
	if (field)
		throw forbidden(
			"provider_decides",
			`${field} of a tenant is changed by its provider.`,
			{ field },
		);
}

async function changed(
	ctx: Context,
	before: Account,
	input: Input,
): Promise<AccountChange> {
	const { settings, ...fields } = input;
	const change = overlay(before, fields as Partial<Account>);
	if (settings) change.settings = await changeSettings(ctx, before, settings);
	if (input.verified_ranges)
		change.verified_ranges = readRanges(input.verified_ranges);
	const range = input.network_range;
	if (typeof range === "string" && range !== before.network_range)
		await moveNetwork(ctx, range);
	if (change.domain !== before.domain) await moveDomain(ctx, change);
	return change;
}

async function moveNetwork(ctx: Context, range: string): Promise<void> {
	const endpoints = await countEndpoints(ctx.db, ctx.account.id);
	assertNetworkRange(range, endpoints);
	await readdressEndpoints(ctx.db, ctx.account.id, range);
}

/** A domain names one account of the server, and another domain is proven with another challenge. */
async function moveDomain(ctx: Context, change: Account): Promise<void> {
	change.domain = change.domain.toLowerCase();
	change.dns_challenge = dnsChallenge();
	const taken = await findDomain(ctx.db, change.domain);
	if (taken && taken.id !== ctx.account.id)
		throw conflict("domain_taken", "This domain is taken.", {
			domain: change.domain,
		});
}
