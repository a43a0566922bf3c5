import Type from "typebox";
import {
	Id,
	nullable,
	object,
	oneOf,
	operation,
	roleNames,
	Timestamp,
} from "../../kernel/index.ts";
import { Budget, budgetExample } from "./budget.ts";

const accountFields = {
	id: Id,
	kind: oneOf(["provider", "tenant", "standalone"]),
	name: Type.String(),
	status: Type.String(),
};

const Whoami = object({
	credential: object({
		id: Id,
		kind: Type.String(),
		name: Type.String(),
		expires_at: nullable(Timestamp),
		access: Type.Unknown({
			description: "What it opens, before the role cuts it",
		}),
		tenants: nullable(
			Type.Array(Id, {
				description: "Accounts it may enter besides its home; null for all",
			}),
		),
		require_account: Type.Boolean(),
	}),
	user: nullable(
		object({
			id: Id,
			kind: oneOf(["human", "service"]),
			name: Type.String(),
			email: Type.String(),
			role: oneOf(roleNames),
		}),
	),
	home: object(accountFields),
	account: object({ ...accountFields, parent_id: nullable(Id) }),
	role: nullable(
		oneOf(roleNames, { description: "In the account that the call runs in" }),
	),
	operations: Type.Array(Type.String(), {
		description: "What it may call in this account",
	}),
	budgets: Type.Array(Budget),
});

export const getWhoami = operation({
	id: "whoami.get",
	module: "accounts",
	access: "read",
	scope: "caller",
	method: "GET",
	path: "/whoami",
	summary:
		"Say which credential this is, what it may do where, and what is left of its budget.",
	input: object({}),
	output: Whoami,
	example: {
		input: {},
		output: {
			credential: {
				id: "1000012",
				kind: "personal",
				name: "Onboarding script",
				expires_at: null,
				access: { type: "all" },
				tenants: null,
				require_account: false,
			},
			user: {
				id: "1000003",
				kind: "human",
				name: "Olive Owner",
				email: "olive@provider.test",
				role: "owner",
			},
			home: {
				id: "1000001",
				kind: "provider",
				name: "Provider",
				status: "active",
			},
			account: {
				id: "1000007",
				kind: "tenant",
				name: "Acme",
				status: "active",
				parent_id: "1000001",
			},
			role: "admin",
			operations: ["groups.create", "groups.list"],
			budgets: [budgetExample],
		},
	},
	async handler(ctx) {
		const { account, caller, resources } = ctx;
		const { credential, user, home } = caller;
		return {
			credential: {
				id: credential.id,
				kind: credential.kind,
				name: credential.name,
				expires_at: credential.expiresAt?.toISOString() ?? null,
				access: credential.access,
				tenants: credential.tenants === null ? null : [...credential.tenants],
				require_account: credential.requireAccount,
			},
			user,
			home,
			account: { ...account, parent_id: account.parentId },
			role: ctx.role ?? null,
			operations: resources.registry
				.all()
				.map(({ id }) => id)
				.filter((id) => ctx.may(id)),
			budgets: await resources.budgets(credential.id, account.id),
		};
	},
});
