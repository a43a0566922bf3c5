import type { WireCall, WireRoute } from "../dialect.ts";
import { autoGroupRules, refuseImpossibleGroups } from "./auto-groups.ts";
import { Refusal, reworded, when } from "./refusal.ts";
import {
	date,
	flag,
	integer,
	listOf,
	nothing,
	oneOf,
	shape,
	text,
} from "./schemas.ts";
import { allRows, bodyOf, dateOr, done, ok, pathId } from "./wire.ts";

const tag = "Setup keys";

/** A setup key as the core shows it; with the key itself in the answer that makes it. */
interface SetupKey {
	id: string;
	name: string;
	type: string;
	masked_key: string;
	key?: string;
	state: string;
	valid: boolean;
	revoked: boolean;
	usage_limit: number;
	used_times: number;
	groups: string[];
	ephemeral: boolean;
	allow_extra_dns_labels: boolean;
	expires_at: string | null;
	last_used_at: string | null;
	updated_at: string;
}

function toWireSetupKey(key: SetupKey) {
	return {
		id: key.id,
		key: key.key ?? key.masked_key,
		name: key.name,
		expires: dateOr(key.expires_at),
		type: key.type,
		valid: key.valid,
		revoked: key.revoked,
		used_times: key.used_times,
		last_used: dateOr(key.last_used_at),
		state: key.state,
		auto_groups: key.groups,
		updated_at: key.updated_at,
		usage_limit: key.usage_limit,
		ephemeral: key.ephemeral,
		allow_extra_dns_labels: key.allow_extra_dns_labels,
	};
}

const setupKeySchema = shape({
	id: text,
	key: text,
	name: text,
	expires: date,
	type: oneOf("reusable", "one-off"),
	valid: flag,
	revoked: flag,
	used_times: integer,
	last_used: date,
	state: oneOf("valid", "overused", "expired", "revoked"),
	auto_groups: listOf(text),
	updated_at: date,
	usage_limit: integer,
	ephemeral: flag,
	allow_extra_dns_labels: flag,
});

const example = {
	id: "1000081",
	key: "3F250****",
	name: "bootstrap",
	expires: "0001-01-01T00:00:00Z",
	type: "reusable",
	valid: true,
	revoked: false,
	used_times: 0,
	last_used: "0001-01-01T00:00:00Z",
	state: "valid",
	auto_groups: [],
	updated_at: "2026-01-05T09:00:00.000Z",
	usage_limit: 0,
	ephemeral: false,
	allow_extra_dns_labels: false,
};

const answers = {
	200: { description: "The setup key", schema: setupKeySchema, example },
};

export const setupKeyRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: "/api/setup-keys",
		operation: "setup_keys.list",
		document: {
			summary: "List setup keys, masked",
			tag,
			answers: {
				200: {
					description: "The setup keys",
					schema: listOf(setupKeySchema),
					example: [example],
				},
			},
		},
		async handle(call) {
			const keys = await allRows<SetupKey>(call, "setup_keys.list");
			return ok(keys.map(toWireSetupKey));
		},
	},
	{
		method: "POST",
		path: "/api/setup-keys",
		operation: "setup_keys.create",
		document: {
			summary: "Create a setup key; it is shown in this answer only",
			tag,
			body: {
				schema: shape({
					name: text,
					type: oneOf("reusable", "one-off"),
					"expires_in?": integer,
					"auto_groups?": listOf(text),
					"usage_limit?": integer,
					"ephemeral?": flag,
					"allow_extra_dns_labels?": flag,
				}),
				example: { name: "bootstrap", type: "reusable" },
			},
			answers: {
				200: {
					description: "The setup key in clear",
					schema: setupKeySchema,
					example: { ...example, key: "3F2504E0-4F89-41D3-9A0C-0305E82C3301" },
				},
			},
		},
		handle: createSetupKey,
	},
	{
		method: "GET",
		path: "/api/setup-keys/:keyId",
		operation: "setup_keys.get",
		document: { summary: "Read a setup key", tag, answers },
		async handle(call) {
			const id = pathId(call, "keyId", "setup key");
			return ok(toWireSetupKey(await call.run("setup_keys.get", { id })));
		},
	},
	{
		method: "PUT",
		path: "/api/setup-keys/:keyId",
		operation: "setup_keys.update",
		document: {
			summary: "Revoke a setup key or change its groups",
			tag,
			body: {
				schema: shape({ revoked: flag, auto_groups: listOf(text) }),
				example: { revoked: true, auto_groups: [] },
			},
			answers,
		},
		handle: updateSetupKey,
	},
	{
		method: "DELETE",
		path: "/api/setup-keys/:keyId",
		operation: "setup_keys.delete",
		document: {
			summary: "Delete a setup key",
			tag,
			answers: { 200: { description: "Done", schema: nothing } },
		},
		async handle(call) {
			const id = pathId(call, "keyId", "setup key");
			await call.run("setup_keys.delete", { id });
			return done;
		},
	},
];

/** Without an expiry the key never expires, without a limit it may be used any number of times. */
async function createSetupKey(call: WireCall) {
	const fields = bodyOf(call);
	const name = fields.text("name");
	const type = fields.text("type");
	const usageLimit = fields.integer("usage_limit");
	const expiresIn = fields.integer("expires_in");
	if (name === "") throw new Refusal(422, "setup key name shouldn't be empty");
	if (type !== "reusable" && type !== "one-off")
		throw new Refusal(422, `unknown setup key type ${type}`);
	if (type === "one-off" && usageLimit > 1)
		throw new Refusal(
			422,
			`usage limit ${usageLimit} is not possible for a one-off key; use a reusable one`,
		);
	if (expiresIn < 0) throw new Refusal(422, "expiresin can not be in the past");
	const groups = fields.texts("auto_groups") ?? [];
	refuseImpossibleGroups(groups);
	const made: SetupKey = await reworded(
		call.run("setup_keys.create", {
			name,
			type,
			groups,
			usage_limit: usageLimit,
			expires_in_seconds: expiresIn,
			ephemeral: fields.flag("ephemeral"),
			allow_extra_dns_labels: fields.flag("allow_extra_dns_labels"),
		}),
		...autoGroupRules,
	);
	return ok(toWireSetupKey(made));
}

async function updateSetupKey(call: WireCall) {
	const fields = bodyOf(call);
	const revoked = fields.flag("revoked");
	const groups = fields.texts("auto_groups");
	if (!groups) throw new Refusal(422, "setup key autogroups field is invalid");
	const id = pathId(call, "keyId", "setup key");
	refuseImpossibleGroups(groups);
	const changed: SetupKey = await reworded(
		call.run("setup_keys.update", { id, revoked, groups }),
		when("unrevoke", 422, "can't un-revoke a revoked setup key"),
		...autoGroupRules,
	);
	return ok(toWireSetupKey(changed));
}
