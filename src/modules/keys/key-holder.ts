import { sql } from "../../db/index.ts";
import {
	type Access,
	type Context,
	forbidden,
	invalid,
	isAdministratorHere,
	notFound,
	type RoleName,
	standsAbove,
} from "../../kernel/index.ts";
import type { KeyAccess, KeyKind } from "./key.ts";
import {
	assertWithinCredential,
	assertWithinRoles,
	readAccess,
	rolesOf,
} from "./key-access.ts";
import { administratorOnly } from "./key-rights.ts";
import { type OpenedApi, operationsOfApi } from "./opened-apis.ts";

/** Whom a new key acts for and what it opens. */
export interface Holder {
	userId: string | null;
	subjectId: string | null;
	access: Access;
	opens: OpenedApi | null;
}

export interface WantedKey {
	kind: KeyKind;
	user_id?: string | undefined;
	probe_id?: string | undefined;
	access?: KeyAccess | undefined;
	opens?: OpenedApi | undefined;
}

/** Which optional fields a kind takes; the others are refused, so that nothing is silently ignored. */
const takes: Record<KeyKind, readonly (keyof WantedKey)[]> = {
	api: ["user_id", "access"],
	mcp: ["user_id", "access"],
	personal: ["user_id", "access"],
	service: ["user_id", "access"],
	organization: ["opens"],
	network_device: ["opens"],
	probe: ["probe_id"],
};

/**
 * Decides whom a new key acts for, and holds it to what its maker may give.
 * @throws invalid, not_found, forbidden
 */
export async function holderOf(
	ctx: Context,
	wanted: WantedKey,
): Promise<Holder> {
	for (const field of ["user_id", "probe_id", "access", "opens"] as const) {
		if (wanted[field] !== undefined && !takes[wanted.kind].includes(field))
			throw invalid(
				field,
				"kind",
				`${field} does not go with a key of kind ${wanted.kind}`,
			);
	}
	switch (wanted.kind) {
		case "organization":
		case "network_device":
			return organizationKey(ctx, wanted);
		case "probe":
			return probeKey(ctx, wanted.probe_id);
		default:
			return userKey(ctx, wanted);
	}
}

interface HoldingUser {
	id: string;
	kind: "human" | "service";
	role: RoleName;
}

async function userKey(ctx: Context, wanted: WantedKey): Promise<Holder> {
	const user = await holdingUser(ctx, wanted);
	const access = wanted.access
		? readAccess(ctx, wanted.access)
		: ({ type: "all" } as const);
	const userRoles = await rolesOf(ctx, user);
	assertWithinRoles(ctx, access, userRoles);
	assertWithinCredential(ctx, access, userRoles);
	return { userId: user.id, subjectId: null, access, opens: null };
}

/** Nobody makes a credential that acts for another person, not even the owner. */
async function holdingUser(
	ctx: Context,
	{ kind, user_id }: WantedKey,
): Promise<HoldingUser> {
	const id = user_id ?? ctx.caller.user?.id;
	if (id === undefined)
		throw invalid("user_id", "required", "user_id is required here");
	const [user] = await ctx.db.query<HoldingUser>(
		sql`select id, kind, role from users where account_id = ${ctx.account.id} and id = ${id}`,
	);
	if (!user && id === ctx.caller.user?.id)
		throw invalid(
			"kind",
			"home",
			"a key of your own is made in your own account; it enters the others",
		);
	if (!user) throw notFound("user", id);
	const own = id === ctx.caller.user?.id;
	if (user.kind === "human" && !own)
		throw forbidden(
			"token_of_another_user",
			"A credential that acts for a person is made by that person alone.",
			{ user: id },
		);
	if ((kind === "service") !== (user.kind === "service"))
		throw invalid(
			"kind",
			"user_kind",
			"kind must be service for a service user, and only for one",
		);
	if (!own && !isAdministratorHere(ctx)) throw administratorOnly();
	if (standsAbove(ctx, user.role))
		throw forbidden(
			"role_above_own",
			"The service user stands above you; its tokens are not yours to make.",
			{ role: user.role },
		);
	return user;
}

/** The role whose rights bound a key that acts for an account: only administrators make one. */
const ACCOUNT_ROLE: RoleName = "admin";

async function organizationKey(
	ctx: Context,
	{ kind, opens }: WantedKey,
): Promise<Holder> {
	if (!isAdministratorHere(ctx)) throw administratorOnly();
	const legacy = kind === "network_device";
	const api = opens ?? (legacy ? "umbrella_legacy_network_devices" : undefined);
	if (api === undefined)
		throw invalid(
			"opens",
			"required",
			"opens is required: it picks the API that the key opens",
		);
	if ((api === "umbrella_legacy_network_devices") !== legacy)
		throw invalid("opens", "kind", `opens may not be ${api} for this kind`);
	const access = accessOfApi(ctx, api);
	if (ctx.caller.user) assertWithinCredential(ctx, access, [ACCOUNT_ROLE]);
	return { userId: null, subjectId: null, access, opens: api };
}

/** The operations of an API as they are now; a key without a user gives on no more than it opens itself. */
export function accessOfApi(ctx: Context, api: OpenedApi): Access {
	const { access } = ctx.caller.credential;
	const all = operationsOfApi(ctx.resources.registry.all(), api);
	const operations =
		ctx.caller.user === null && access.type === "operations"
			? all.filter((id) => access.operations.includes(id))
			: all;
	return { type: "operations", operations };
}

/** Opens what probes call to register and report, for one probe or for whichever comes with it. */
async function probeKey(
	ctx: Context,
	probeId: string | undefined,
): Promise<Holder> {
	if (!isAdministratorHere(ctx) || !ctx.caller.user) throw administratorOnly();
	const own = ctx.caller.credential.access;
	if (
		own.type === "operations" ||
		(own.type === "modules" && own.modules.probes !== "write")
	)
		throw forbidden(
			"access_above_own",
			"A probe key is made with a credential that writes probes.",
		);
	const probes =
		probeId === undefined
			? []
			: await ctx.db.query(
					sql`select id from probes where account_id = ${ctx.account.id} and id = ${probeId}`,
				);
	if (probeId !== undefined && probes.length === 0)
		throw notFound("probe", probeId);
	const operations = ctx.resources.registry
		.all()
		.filter(({ module, scope }) => module === "probes" && scope === "machine")
		.map(({ id }) => id);
	return {
		userId: null,
		subjectId: probeId ?? null,
		access: { type: "operations", operations },
		opens: null,
	};
}
