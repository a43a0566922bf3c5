import Type, { type Static } from "typebox";
import {
	type Context,
	conflict,
	Id,
	object,
	operation,
} from "../../kernel/index.ts";
import { assertFreeAddress, lockNetwork } from "./address.ts";
import { freeDnsLabel } from "./dns-label.ts";
import { Endpoint, EndpointName, endpointExample } from "./endpoint.ts";
import {
	endpoints,
	type LockedEndpoint,
	storeEndpoint,
} from "./endpoint-store.ts";

const input = object({
	id: Id,
	name: Type.Optional(EndpointName),
	ip: Type.Optional(Type.String({ format: "ipv4" })),
	ssh_enabled: Type.Optional(Type.Boolean()),
	login_expiration_enabled: Type.Optional(Type.Boolean()),
	inactivity_expiration_enabled: Type.Optional(Type.Boolean()),
	approval_required: Type.Optional(
		Type.Boolean({ description: "false lets in an endpoint that waits" }),
	),
});
type Input = Static<typeof input>;

export const updateEndpoint = operation({
	id: "endpoints.update",
	module: "endpoints",
	access: "write",
	scope: "account",
	method: "PATCH",
	path: "/endpoints/{id}",
	summary:
		"Rename an endpoint, move it to another address, or change what it may.",
	description:
		"Fields left out stay as they are. With its name an endpoint's DNS label changes too. Logins expire only on endpoints of a user.",
	input,
	output: Endpoint,
	audit: { target: "endpoint" },
	example: {
		input: { id: endpointExample.id, name: "web-2" },
		output: {
			...endpointExample,
			name: "web-2",
			dns_label: "web-2",
			version: 2,
		},
	},
	async handler(ctx, wanted) {
		const { id } = wanted;
		const accountId = ctx.account.id;
		// The account before the endpoint, as enrolment does: two that lock in one order never wait for each other.
		const network = await lockNetwork(ctx.db, accountId);
		const row = await endpoints.lockForChange(ctx, id);
		const before = await endpoints.get(ctx, id);
		assertExpires(row, wanted, before);
		if (wanted.ip !== undefined)
			await assertFreeAddress(ctx.db, accountId, id, network.range, wanted.ip);
		const dnsLabel = await newLabel(ctx, row, wanted);
		await storeEndpoint(ctx.db, accountId, id, { ...wanted, dnsLabel });
		const after = await endpoints.get(ctx, id);
		ctx.audit({ target: { id, name: after.name }, before, after });
		return after;
	},
});

async function newLabel(
	ctx: Context,
	row: LockedEndpoint,
	{ name, ip }: Input,
): Promise<string | undefined> {
	if (name === undefined || name === row.name) return undefined;
	return freeDnsLabel(ctx.db, ctx.account.id, {
		hostname: name,
		ip: ip ?? row.ip ?? "",
		deviceId: row.device_id,
		id: row.id,
	});
}

/** A machine that enrolled with a setup key has nobody who could log in again. */
function assertExpires(
	row: LockedEndpoint,
	wanted: Input,
	before: Endpoint,
): void {
	if (row.user_id !== null) return;
	for (const field of [
		"login_expiration_enabled",
		"inactivity_expiration_enabled",
	] as const) {
		if (wanted[field] !== undefined && wanted[field] !== before[field])
			throw conflict(
				"endpoint_without_user",
				"The endpoint enrolled with a setup key; nobody could log in on it again.",
				{ field },
			);
	}
}
