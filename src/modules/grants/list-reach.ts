import Type, { type Static } from "typebox";
import {
	equals,
	higherRole,
	Id,
	invalid,
	type ListPlan,
	listPage,
	object,
	operation,
	pageInput,
	pageOf,
} from "../../kernel/index.ts";
import { GrantedRole } from "./grant.ts";
import { withinNarrowing } from "./narrowing.ts";

const Reach = object({
	user_id: Id,
	user_name: Type.String(),
	user_email: Type.String(),
	user_blocked: Type.Boolean(),
	tenant_id: Id,
	tenant_name: Type.String(),
	tenant_status: Type.String(),
	role: GrantedRole,
	through: Type.Array(
		object({ group_id: Id, group_name: Type.String(), role: GrantedRole }),
	),
});
type Reach = Static<typeof Reach>;

/** One row a person and tenant. The row's number is that of whichever is not fixed by the question. */
function plan(varying: "tenant_id" | "user_id"): ListPlan {
	return {
		from: `(select g.account_id, ${varying === "tenant_id" ? "g.tenant_id" : "m.user_id"} as id,
				m.user_id, u.name as user_name, u.email as user_email, u.blocked as user_blocked,
				g.tenant_id, a.name as tenant_name, a.status as tenant_status,
				json_agg(json_build_object('group_id', g.group_id::text, 'group_name', p.name, 'role', g.role) order by g.group_id) as through
			from grants g
			join group_users m on m.account_id = g.account_id and m.group_id = g.group_id
			join users u on u.account_id = m.account_id and u.id = m.user_id and u.kind = 'human'
			join groups p on p.account_id = g.account_id and p.id = g.group_id
			join accounts a on a.id = g.tenant_id and a.parent_id = g.account_id
			group by g.account_id, g.tenant_id, m.user_id, u.name, u.email, u.blocked, a.name, a.status) t`,
		columns:
			"t.user_id, t.user_name, t.user_email, t.user_blocked, t.tenant_id, t.tenant_name, t.tenant_status, t.through",
		prefix: "t.",
		sortable: { user_name: "t.user_name", tenant_name: "t.tenant_name" },
		searchable: ["t.user_name", "t.user_email", "t.tenant_name"],
	};
}

const tenantsOfUser = plan("tenant_id");
const usersOfTenant = plan("user_id");

export const listReach = operation({
	id: "grants.reach",
	module: "grants",
	access: "read",
	scope: "provider",
	method: "GET",
	path: "/grants/reach",
	summary:
		"List the tenants a user reaches, or the users that reach a tenant, with role and groups.",
	description:
		"Name a user, a tenant, or both. `role` is the highest of those in `through`, and the one that counts.",
	input: object({
		...pageInput,
		user_id: Type.Optional(Id),
		tenant_id: Type.Optional(Id),
	}),
	output: pageOf(Reach),
	example: {
		input: { user_id: "1000003" },
		output: {
			data: [
				{
					user_id: "1000003",
					user_name: "Olive Owner",
					user_email: "olive@provider.test",
					user_blocked: false,
					tenant_id: "1000007",
					tenant_name: "Acme",
					tenant_status: "active",
					role: "admin",
					through: [
						{
							group_id: "1000002",
							group_name: "Administrators",
							role: "admin",
						},
					],
				},
			],
			next: null,
			has_more: false,
		},
	},
	async handler(ctx, { user_id, tenant_id, ...page }) {
		if (user_id === undefined && tenant_id === undefined)
			throw invalid("user_id", "required", "user_id or tenant_id is required");
		const found = await listPage<Reach>(
			ctx.db,
			ctx.accountIds,
			user_id === undefined ? usersOfTenant : tenantsOfUser,
			page,
			[
				withinNarrowing(ctx, "t.tenant_id"),
				equals("t.user_id", user_id),
				equals("t.tenant_id", tenant_id),
			],
		);
		for (const row of found.data)
			row.role = row.through
				.map(({ role }) => role)
				.reduce((a, b) => higherRole(a, b) as Reach["role"]);
		return found;
	},
});
