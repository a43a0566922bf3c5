import Type, { type Static } from "typebox";
import {
	type Context,
	forbidden,
	invalid,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { issueCredential } from "../keys/index.ts";
import {
	countUse,
	type LockedSetupKey,
	setupKeys,
	stateOf,
} from "../setup-keys/index.ts";
import { lockNetwork } from "./address.ts";
import { Endpoint, endpointExample, machineFacts } from "./endpoint.ts";
import { endpoints } from "./endpoint-store.ts";
import {
	type EnrolledBefore,
	enrolledBefore,
	insertEndpoint,
	joinGroups,
	renewEndpoint,
} from "./enrolled-endpoint.ts";
import { heartbeat } from "./heartbeat.ts";

const DnsLabel = Type.String({
	pattern: "^(?!-)[a-z0-9-]{1,63}(?<!-)$",
	description: "Lower-case letters, digits and hyphens (RFC 1123)",
});

const input = object({
	hostname: Type.String({ minLength: 1, maxLength: 255 }),
	...machineFacts,
	public_key: Type.Optional(
		Type.String({ pattern: "^[A-Za-z0-9+/=_-]{1,128}$" }),
	),
	extra_dns_labels: Type.Optional(Type.Array(DnsLabel, { maxItems: 10 })),
});
export type MachineInput = Static<typeof input>;

export const enrollEndpoint = operation({
	id: "endpoints.enroll",
	module: "endpoints",
	access: "write",
	scope: "machine",
	method: "POST",
	path: "/enroll",
	summary: "Enrol a machine with a setup key, which is the credential.",
	description:
		"The machine joins the group All and those of the key, gets an address and a name in the account's network, and a credential of its own for its signs of life, shown once. A machine that enrols again with the same public key is the machine it was and gets a new credential; with the same setup key that counts as no further use, so a lost answer costs nothing.",
	// Many machines share one key, and a site comes up all at once.
	perMinute: 1200,
	input,
	output: object({
		...Endpoint.properties,
		token: Type.String({ description: "The machine's credential, shown once" }),
	}),
	audit: { target: "endpoint" },
	secrets: ["token"],
	example: {
		input: { hostname: "web-1", os: "Linux", agent_version: "0.31.0" },
		output: {
			...endpointExample,
			token: "rve_4fKq0Zt71LmXAnExampleSecretThatOpensNothing00000000",
		},
	},
	async handler(ctx, machine) {
		const accountId = ctx.account.id;
		const key = await lockKeyOf(ctx);
		assertLabelsAllowed(machine, key);
		const network = await lockNetwork(ctx.db, accountId);
		const before = await enrolledBefore(ctx.db, accountId, machine.public_key);
		await takeUse(ctx, key, before);
		const id = before
			? await renewEndpoint(ctx, before, machine, key)
			: await insertEndpoint(ctx, network, machine, key);
		await joinGroups(ctx.db, accountId, id, key.id);
		if (before) ctx.revoke(accountId);
		const { token } = await issueCredential(ctx.db, ctx.resources.pepper, {
			accountId,
			kind: "endpoint",
			name: machine.hostname,
			subjectId: id,
			access: { type: "operations", operations: [heartbeat.id] },
		});
		return { ...(await endpoints.get(ctx, id)), token };
	},
});

/** The setup key that was presented, locked: of machines that race for its last use one gets it. */
async function lockKeyOf(ctx: Context): Promise<LockedSetupKey> {
	const { kind, subjectId } = ctx.caller.credential;
	const key =
		kind === "setup_key" && subjectId !== null
			? await setupKeys.lock(ctx, subjectId)
			: undefined;
	if (!key) throw notFound("setup key");
	return key;
}

/**
 * Counts one use of the key. A machine that comes again with the key it came with before takes none: its first
 * answer may have been lost, and a one-off key would otherwise strand it.
 * @throws forbidden (`setup_key_revoked`, `setup_key_expired`, `setup_key_overused`)
 */
async function takeUse(
	ctx: Context,
	key: LockedSetupKey,
	before: EnrolledBefore | undefined,
): Promise<void> {
	const repeated = before?.setup_key_id === key.id;
	const state = stateOf(key, ctx.now);
	if (state !== "valid" && !(repeated && state === "overused"))
		throw forbidden(
			`setup_key_${state}`,
			`The setup key is ${state === "overused" ? "used up" : state}.`,
			{ setup_key: key.id },
		);
	if (!repeated) await countUse(ctx.db, ctx.account.id, key.id, ctx.now);
}

function assertLabelsAllowed(machine: MachineInput, key: LockedSetupKey): void {
	if (!machine.extra_dns_labels?.length || key.allow_extra_dns_labels) return;
	throw invalid(
		"extra_dns_labels",
		"not_allowed",
		"extra_dns_labels may not be given: the setup key does not allow them",
	);
}
