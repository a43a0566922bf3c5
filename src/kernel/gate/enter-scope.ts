import { sql } from "../../db/index.ts";
import type { Caller } from "../caller.ts";
import type { Account } from "../context.ts";
import { forbidden, notFound, ReeveError } from "../errors.ts";
import type { AnyOperation } from "../operation.ts";
import { higherRole, type RoleName, roleAllows } from "../roles.ts";
import type { GateResources } from "./gate-resources.ts";

/** Where a call runs, once it is known that the caller may be there. */
export interface Place {
	account: Account;
	accountIds: readonly string[];
	role: RoleName | undefined;
	/** In a fan-out: the role in each of the accounts, which need not be the same everywhere. */
	roles?: ReadonlyMap<string, RoleName | undefined>;
}

const ID = /^[1-9]\d{0,17}$/;
const CACHE_MAX = 100_000;
/** One statement can carry this many accounts of a named fan-out; `*` has no such bound. */
const NAMED_MAX = 1000;

interface Reached {
	account: Account;
	role: RoleName | undefined;
	stamp: number;
}

/** Who leaves the home account: a user, under grants, or an organization's key, which has the list it was made with. */
interface Traveller {
	userId: string | null;
	credentialId: string;
}

/**
 * Finds the account a call runs in. Fails closed: what is malformed is refused, what is foreign looks like what does
 * not exist, and nothing falls back to the caller's own account by accident.
 */
export class ScopeEntry {
	private readonly resources: GateResources;
	private readonly reached = new Map<string, Reached>();

	constructor(resources: GateResources) {
		this.resources = resources;
	}

	async enter(
		caller: Caller,
		requested: string | readonly string[] | undefined,
		operation: AnyOperation,
	): Promise<Place> {
		if (
			operation.scope === "session" &&
			requested !== undefined &&
			requested !== caller.home.id
		)
			throw malformed("account may be left out: this is about the caller");
		if (requested === undefined) return this.home(caller, operation);
		if (typeof requested !== "string")
			throw malformed("account may be given once");
		if (requested === "*" || requested.includes(","))
			return this.fanOut(caller, requested, operation);
		if (!ID.test(requested))
			throw malformed("account must be the id of one account");
		return this.one(caller, requested);
	}

	private home(caller: Caller, operation: AnyOperation): Place {
		if (caller.credential.requireAccount && operation.scope !== "caller") {
			throw malformed("this credential insists on an explicit account");
		}
		return atHome(caller);
	}

	private async one(caller: Caller, id: string): Promise<Place> {
		if (id === caller.home.id) return atHome(caller);
		const reached = await this.reach(caller, id);
		if (reached.account.status === "suspended")
			throw forbidden("account_suspended", "The account is suspended.");
		return { account: reached.account, accountIds: [id], role: reached.role };
	}

	private async reach(caller: Caller, id: string): Promise<Reached> {
		const traveller = travellerOf(caller);
		const narrowed = caller.credential.tenants;
		if (narrowed && !narrowed.includes(id)) throw notFound("account", id);
		const key = `${traveller.userId ?? traveller.credentialId} ${id}`;
		const cached = this.reached.get(key);
		if (
			cached &&
			this.resources.fresh() &&
			this.resources.epochs.holds(cached.stamp, [caller.home.id, id])
		)
			return cached;
		const stamp = this.resources.epochs.stamp();
		const tenants = await this.tenants(caller.home.id, traveller, [id]);
		const tenant = tenants[0];
		if (!tenant) throw notFound("account", id);
		const reached = { ...tenant, stamp };
		if (this.reached.size >= CACHE_MAX) this.reached.clear();
		this.reached.set(key, reached);
		return reached;
	}

	private async fanOut(
		caller: Caller,
		requested: string,
		operation: AnyOperation,
	): Promise<Place> {
		if (operation.scope !== "accounts")
			throw malformed("this operation runs in one account");
		const named = requested === "*" ? undefined : readIds(requested);
		const places = named
			? await this.named(caller, named)
			: await this.everywhere(caller);
		const refused = places.filter(
			({ account, role }) =>
				!permits(role, operation) || account.status === "suspended",
		);
		if (named && refused.length > 0)
			throw forbidden(
				"role",
				"The role in one of these accounts does not allow this.",
				{ account: refused[0]?.account.id ?? "" },
			);
		const open = places.filter((place) => !refused.includes(place));
		const home = atHome(caller);
		return {
			account: home.account,
			accountIds: open.map(({ account }) => account.id),
			role: open[0]?.role ?? home.role,
			roles: new Map(open.map(({ account, role }) => [account.id, role])),
		};
	}

	private async named(
		caller: Caller,
		ids: readonly string[],
	): Promise<{ account: Account; role: RoleName | undefined }[]> {
		const foreign = ids.filter((id) => id !== caller.home.id);
		const narrowed = caller.credential.tenants;
		const outside = foreign.find((id) => narrowed && !narrowed.includes(id));
		if (outside) throw notFound("account", outside);
		const tenants =
			foreign.length === 0
				? []
				: await this.tenants(caller.home.id, travellerOf(caller), foreign);
		const missing = foreign.find(
			(id) => !tenants.some(({ account }) => account.id === id),
		);
		if (missing) throw notFound("account", missing);
		return ids.includes(caller.home.id)
			? [atHome(caller), ...tenants]
			: tenants;
	}

	private async everywhere(
		caller: Caller,
	): Promise<{ account: Account; role: RoleName | undefined }[]> {
		if (!travels(caller)) return [atHome(caller)];
		const narrowed = caller.credential.tenants;
		const tenants = await this.tenants(
			caller.home.id,
			travellerOf(caller),
			narrowed,
		);
		return [atHome(caller), ...tenants];
	}

	/**
	 * The tenants of a provider that are open to a traveller: to a user those reached through permission groups, each
	 * with the highest role granted; to an organization's key all of them.
	 */
	private async tenants(
		homeId: string,
		{ userId }: Traveller,
		ids: readonly string[] | null,
	): Promise<{ account: Account; role: RoleName | undefined }[]> {
		const rows = await this.resources.database
			.reader([homeId])
			.query<TenantRow>(
				userId === null
					? sql`select a.id, a.name, a.status, null as roles from accounts a
						where a.parent_id = ${homeId} and (${ids}::bigint[] is null or a.id = any(${ids}::bigint[])) order by a.id`
					: sql`
						select a.id, a.name, a.status, array_agg(distinct g.role) as roles
						from accounts a
						join grants g on g.account_id = ${homeId} and g.tenant_id = a.id
						join group_users m on m.account_id = g.account_id and m.group_id = g.group_id and m.user_id = ${userId}
						where a.parent_id = ${homeId} and (${ids}::bigint[] is null or a.id = any(${ids}::bigint[]))
						group by a.id order by a.id`,
			);
		return rows.map(({ id, name, status, roles }) => ({
			account: { id, kind: "tenant", parentId: homeId, name, status },
			role: roles?.reduce(higherRole),
		}));
	}
}

interface TenantRow {
	id: string;
	name: string;
	status: string;
	roles: RoleName[] | null;
}

function atHome(caller: Caller): Place {
	const { id, kind, parentId, name, status } = caller.home;
	if (status === "suspended")
		throw forbidden("account_suspended", "The account is suspended.");
	return {
		account: { id, kind, parentId, name, status },
		accountIds: [id],
		role: caller.user?.role,
	};
}

/** Whether a credential may leave its home account at all. */
function travels({ home, user, credential }: Caller): boolean {
	if (home.kind !== "provider") return false;
	return user ? user.kind === "human" : credential.kind === "organization";
}

/**
 * Under whose grants a call leaves its home account: those of a real user of a provider (promise N3). A provider's
 * organization key needs none: it opens the operations it was made for, in every tenant, as the vendor's console key
 * does for customers. Refused before the id is looked up, so the refusal says nothing about which accounts exist.
 */
function travellerOf(caller: Caller): Traveller {
	const { home, user, credential } = caller;
	if (travels(caller))
		return { userId: user?.id ?? null, credentialId: credential.id };
	if (home.kind === "provider" && user?.kind === "service")
		throw forbidden(
			"service_user_stays_home",
			"A service user works in its own account only; use the token of a user.",
		);
	throw notFound("account");
}

function permits(role: RoleName | undefined, operation: AnyOperation): boolean {
	return role === undefined || roleAllows(role, operation);
}

function readIds(text: string): string[] {
	const ids = [...new Set(text.split(","))];
	if (!ids.every((id) => ID.test(id)))
		throw malformed("account must be ids separated by commas, or *");
	if (ids.length > NAMED_MAX)
		throw malformed(
			`account may name at most ${NAMED_MAX} accounts; use * for all`,
		);
	return ids;
}

function malformed(message: string): ReeveError {
	return new ReeveError("malformed", message, {
		reason: "account",
		faults: [{ pointer: "/account", rule: "account", message }],
		facts: { field: "account" },
	});
}
