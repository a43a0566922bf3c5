import Type, { type Static } from "typebox";
import { type Handle, type Sql, sql } from "../../db/index.ts";
import {
	type Caller,
	higherRole,
	Id,
	type ListPlan,
	listPage,
	nullable,
	object,
	oneOf,
	operation,
	pageInput,
	pageOf,
	type RoleName,
	roleNames,
} from "../../kernel/index.ts";
import { AccountName, accountKinds, accountStatuses } from "./account.ts";

const EnterableAccount = object({
	id: Id,
	kind: oneOf(accountKinds),
	name: AccountName,
	status: oneOf(accountStatuses),
	role: nullable(
		oneOf(roleNames, {
			description:
				"The caller's role there; null for a credential that has none",
		}),
	),
});
type EnterableAccount = Static<typeof EnterableAccount>;

/** All rows share the number of the tree's root, so that the home account can come first in one order of keys. */
const plan: ListPlan = {
	from: `(select a.id, a.kind, a.name, a.status, coalesce(a.parent_id, a.id) as account_id,
		case when a.parent_id is null then 0 else 1 end as place from accounts a) t`,
	columns: "t.id, t.kind, t.name, t.status",
	prefix: "t.",
	sortable: { place: { expression: "t.place", type: "int" }, name: "t.name" },
	searchable: ["t.name"],
};

export const listAccounts = operation({
	id: "accounts.list",
	module: "accounts",
	access: "read",
	scope: "caller",
	method: "GET",
	path: "/accounts",
	summary: "List every account that the caller may enter, its own first.",
	input: object({
		...pageInput,
		kind: Type.Optional(oneOf(accountKinds)),
		status: Type.Optional(oneOf(accountStatuses)),
		id: Type.Optional(
			Type.Array(Id, {
				maxItems: 1000,
				description: "Any of these; repeat the field for several",
			}),
		),
	}),
	output: pageOf(EnterableAccount),
	example: {
		input: {},
		output: {
			data: [
				{
					id: "1000001",
					kind: "provider",
					name: "Provider",
					status: "active",
					role: "owner",
				},
			],
			next: null,
			has_more: false,
		},
	},
	async handler(ctx, { kind, status, id, ...page }) {
		const { caller } = ctx;
		// About the caller wherever the call runs, so it looks from the caller's home.
		const db = ctx.resources.database.reader([caller.home.id]);
		const found = await listPage<EnterableAccount>(
			db,
			[caller.home.parentId ?? caller.home.id],
			plan,
			{ ...page, sort: page.sort ?? "place" },
			[
				enterable(caller),
				kind && sql`t.kind = ${kind}`,
				status && sql`t.status = ${status}`,
				id && sql`t.id = any(${id}::bigint[])`,
			].filter((filter) => filter !== undefined),
		);
		await addRoles(db, caller, found.data);
		return found;
	},
});

/**
 * Home; for a person of a provider the tenants granted, and for its organization key all, both as far as the
 * credential goes.
 */
function enterable({ home, user, credential }: Caller): Sql {
	const travels = user
		? user.kind === "human"
		: credential.kind === "organization";
	if (!travels || home.kind !== "provider") return sql`t.id = ${home.id}`;
	const narrowed = sql`(${credential.tenants}::bigint[] is null or t.id = any(${credential.tenants}::bigint[]))`;
	const granted = user
		? sql`exists (select 1 from grants g
			join group_users m on m.account_id = g.account_id and m.group_id = g.group_id and m.user_id = ${user.id}
			where g.account_id = ${home.id} and g.tenant_id = t.id)`
		: sql`true`;
	return sql`(t.id = ${home.id} or (${narrowed} and ${granted}))`;
}

async function addRoles(
	db: Handle,
	caller: Caller,
	accounts: EnterableAccount[],
): Promise<void> {
	const { home, user } = caller;
	const away = accounts.filter(({ id }) => id !== home.id).map(({ id }) => id);
	const rows =
		user && away.length > 0
			? await db.query<{ tenant_id: string; roles: RoleName[] }>(sql`
				select g.tenant_id, array_agg(distinct g.role) as roles from grants g
				join group_users m on m.account_id = g.account_id and m.group_id = g.group_id and m.user_id = ${user.id}
				where g.account_id = ${home.id} and g.tenant_id = any(${away}::bigint[]) group by g.tenant_id`)
			: [];
	const granted = new Map(
		rows.map(({ tenant_id, roles }) => [tenant_id, roles.reduce(higherRole)]),
	);
	for (const account of accounts)
		account.role =
			account.id === home.id
				? (user?.role ?? null)
				: (granted.get(account.id) ?? null);
}
