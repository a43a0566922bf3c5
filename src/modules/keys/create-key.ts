import Type from "typebox";
import {
	actorOf,
	type Context,
	Id,
	nullable,
	object,
	oneOf,
	operation,
	Timestamp,
} from "../../kernel/index.ts";
import { type IssuedCredential, issueCredential } from "./issue-credential.ts";
import {
	KeyAccess,
	KeyName,
	KeyWithSecret,
	keyKinds,
	keyWithSecretExample,
	narrowing,
	secretFields,
} from "./key.ts";
import { holderOf } from "./key-holder.ts";
import {
	readAddresses,
	readExpiry,
	readRequireAccount,
	readTenants,
} from "./key-narrowing.ts";
import { assertKeysOpen } from "./key-rights.ts";
import { keys, toKey } from "./key-store.ts";
import { OpenedApi } from "./opened-apis.ts";

export const createKey = operation({
	id: "keys.create",
	module: "keys",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/keys",
	summary: "Make a key or token; its secret is shown in this answer only.",
	description:
		"api, mcp and personal act for you; service for a service user; organization and network_device for the account, opening the API that is picked; probe for a probe. A key never does more than its user may, and is never wider than the credential that makes it.",
	input: object({
		kind: oneOf(keyKinds),
		name: KeyName,
		description: Type.Optional(Type.String({ maxLength: 1000 })),
		user_id: Type.Optional(Id),
		probe_id: Type.Optional(Id),
		access: Type.Optional(KeyAccess),
		opens: Type.Optional(OpenedApi),
		expires_at: Type.Optional(nullable(Timestamp)),
		expires_in_days: Type.Optional(
			Type.Integer({ minimum: 1, maximum: 36_500 }),
		),
		...narrowing,
	}),
	output: KeyWithSecret,
	audit: { target: "key" },
	secrets: secretFields,
	example: {
		input: {
			kind: "api",
			name: "Inventory sync",
			access: { type: "modules", modules: { devices: "read" } },
			allowed_addresses: ["192.0.2.0/24"],
		},
		output: keyWithSecretExample,
	},
	async handler(ctx, wanted) {
		assertKeysOpen(ctx);
		const holder = await holderOf(ctx, wanted);
		const issued = await issueCredential(ctx.db, ctx.resources.pepper, {
			accountId: ctx.account.id,
			kind: wanted.kind,
			name: wanted.name,
			description: wanted.description ?? "",
			...holder,
			expiresAt: readExpiry(ctx.now, wanted) ?? null,
			allowedAddresses: await readAddresses(ctx, wanted.allowed_addresses),
			tenants: await readTenants(ctx, wanted.tenants, holder.userId),
			requireAccount: readRequireAccount(ctx, wanted.require_account) ?? false,
			createdBy: actorOf(ctx.caller),
		});
		return shown(ctx, issued);
	},
});

/** The key with its secret, for the one answer that shows it. A network device's token is not cut in two. */
export async function shown(
	ctx: Context,
	{ id, token, secret }: IssuedCredential,
) {
	const key = toKey(await keys.get(ctx, id), ctx.now);
	return key.kind === "network_device"
		? { ...key, token }
		: { ...key, token, secret };
}
