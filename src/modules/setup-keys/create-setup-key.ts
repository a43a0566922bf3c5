import { randomUUID } from "node:crypto";
import Type, { type Static } from "typebox";
import {
	actorOf,
	invalid,
	nullable,
	object,
	oneOf,
	operation,
	Timestamp,
} from "../../kernel/index.ts";
import { assignableGroups } from "../groups/index.ts";
import {
	AutoGroups,
	SetupKeyInClear,
	SetupKeyName,
	setupKeyExample,
	setupKeyTypes,
} from "./setup-key.ts";
import { insertSetupKey, setAutoGroups, setupKeys } from "./setup-key-store.ts";

const PREFIX_LENGTH = 5;

const input = object({
	name: SetupKeyName,
	type: oneOf(setupKeyTypes),
	groups: Type.Optional(AutoGroups),
	usage_limit: Type.Optional(
		Type.Integer({
			minimum: 0,
			maximum: 2_147_483_647,
			description: "Machines it may enrol; 0 for no limit; one-off is always 1",
		}),
	),
	expires_at: Type.Optional(nullable(Timestamp)),
	expires_in_seconds: Type.Optional(
		Type.Integer({
			minimum: 0,
			maximum: 3_153_600_000,
			description: "Seconds from now; 0 for never",
		}),
	),
	ephemeral: Type.Optional(
		Type.Boolean({
			description:
				"Machines that enrol with it are removed when they go silent",
		}),
	),
	allow_extra_dns_labels: Type.Optional(Type.Boolean()),
});
type Input = Static<typeof input>;

export const createSetupKey = operation({
	id: "setup_keys.create",
	module: "setup_keys",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/setup-keys",
	summary: "Make a setup key; it is shown in this answer only.",
	description:
		"Machines enrol with it and nothing else is open to it. Without an expiry it never expires, without a limit a reusable key may be used any number of times.",
	input,
	output: SetupKeyInClear,
	audit: { target: "setup_key" },
	secrets: ["key"],
	example: {
		input: {
			name: setupKeyExample.name,
			type: "reusable",
			groups: setupKeyExample.groups,
		},
		output: {
			...setupKeyExample,
			key: "3F2504E0-4F89-41D3-9A0C-0305E82C3301",
		},
	},
	async handler(ctx, wanted) {
		const accountId = ctx.account.id;
		const { pepper } = ctx.resources;
		const usageLimit = readUsageLimit(wanted);
		const expiresAt = readExpiry(ctx.now, wanted);
		const groups = await assignableGroups(
			ctx.db,
			accountId,
			wanted.groups ?? [],
		);
		const key = randomUUID().toUpperCase();
		const id = await insertSetupKey(ctx.db, {
			accountId,
			name: wanted.name,
			type: wanted.type,
			keyHash: pepper.hash(key),
			pepperVersion: pepper.version,
			keyPrefix: key.slice(0, PREFIX_LENGTH),
			expiresAt,
			usageLimit,
			ephemeral: wanted.ephemeral ?? false,
			allowExtraDnsLabels: wanted.allow_extra_dns_labels ?? false,
			createdBy: actorOf(ctx.caller),
		});
		await setAutoGroups(ctx.db, accountId, id, groups);
		return { ...(await setupKeys.get(ctx, id)), key };
	},
});

function readUsageLimit({ type, usage_limit = 0 }: Input): number {
	if (type === "reusable") return usage_limit;
	if (usage_limit > 1)
		throw invalid(
			"usage_limit",
			"one_off",
			`usage_limit may not be ${usage_limit} for a one-off key; make it reusable`,
			{ usage_limit },
		);
	return 1;
}

function readExpiry(
	now: Date,
	{ expires_at, expires_in_seconds }: Input,
): Date | null {
	if (expires_in_seconds !== undefined && expires_at !== undefined)
		throw invalid(
			"expires_in_seconds",
			"one_of",
			"expires_in_seconds and expires_at exclude each other",
		);
	if (expires_in_seconds)
		return new Date(now.getTime() + expires_in_seconds * 1000);
	if (!expires_at) return null;
	const time = new Date(expires_at);
	if (!(time > now))
		throw invalid("expires_at", "future", "expires_at must lie in the future");
	return time;
}
