import Type from "typebox";
import {
	type AnyOperation,
	type Context,
	isGrantable,
	moduleNames,
	moduleTitles,
	object,
	oneOf,
	operation,
	perMinuteOf,
} from "../../kernel/index.ts";

const Permission = object({
	id: Type.String({ description: "The operation, as access lists name it" }),
	module: oneOf(moduleNames),
	module_title: Type.String(),
	access: oneOf(["read", "write"]),
	summary: Type.String(),
	method: Type.String(),
	path: Type.String({ description: "Below /api/v1" }),
	per_minute: Type.Integer({ description: "Calls a minute of one credential" }),
	by_role: Type.Boolean({
		description:
			"Whether the caller's role decides; else whoever is let in may call it",
	}),
	grantable: Type.Boolean({
		description:
			"Whether the caller, who may call it here, can open it to a key",
	}),
});

export const listPermissions = operation({
	id: "permissions.list",
	module: "keys",
	access: "read",
	scope: "caller",
	method: "GET",
	path: "/permissions",
	summary: "List every operation that a key can open.",
	input: object({
		search: Type.Optional(
			Type.String({
				maxLength: 200,
				description: "Keeps those whose id or sentence contains this, any case",
			}),
		),
		module: Type.Optional(oneOf(moduleNames)),
		grantable: Type.Optional(Type.Boolean()),
	}),
	output: object({ data: Type.Array(Permission) }),
	example: {
		input: { search: "setup" },
		output: {
			data: [
				{
					id: "setup_keys.create",
					module: "setup_keys",
					module_title: "Setup keys",
					access: "write",
					summary: "Create a setup key.",
					method: "POST",
					path: "/setup-keys",
					per_minute: 100,
					by_role: true,
					grantable: true,
				},
			],
		},
	},
	async handler(ctx, { search = "", module, grantable }) {
		const wanted = search.toLowerCase();
		// What only machines call is opened by being one, never by a key.
		const data = ctx.resources.registry
			.all()
			.filter(isGrantable)
			.filter((found) => module === undefined || found.module === module)
			.filter(
				({ id, summary }) =>
					id.includes(wanted) || summary.toLowerCase().includes(wanted),
			)
			.map((found) => toPermission(ctx, found))
			.filter(
				(found) => grantable === undefined || found.grantable === grantable,
			);
		return { data };
	},
});

function toPermission(ctx: Context, operation: AnyOperation) {
	const { id, module, access, summary, method, path } = operation;
	const { readsPerMinute, writesPerMinute } = ctx.resources.limits;
	return {
		id,
		module,
		module_title: moduleTitles[module],
		access,
		summary,
		method,
		path,
		per_minute: perMinuteOf(operation, {
			reads: readsPerMinute,
			writes: writesPerMinute,
		}),
		by_role: operation.scope !== "caller",
		grantable: ctx.may(id),
	};
}
