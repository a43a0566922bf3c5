import Type from "typebox";
import { sql } from "../../db/index.ts";
import {
	type Context,
	forbidden,
	Id,
	mismatch,
	notFound,
	object,
	operation,
	type ReeveError,
} from "../../kernel/index.ts";
import { endSessionsOf } from "../sessions/index.ts";
import { assertPassword, hashPassword, verifyPassword } from "./password.ts";

export const changePassword = operation({
	id: "users.change_password",
	module: "users",
	access: "write",
	scope: "caller",
	method: "POST",
	path: "/users/{id}/change-password",
	summary: "Change your own password.",
	description:
		"All other sessions of yours end: whoever knew the old password is out.",
	// A slow hash on purpose, and a place to guess passwords: five tries a minute are plenty.
	perMinute: 5,
	input: object({
		id: Id,
		old_password: Type.String({ maxLength: 200 }),
		new_password: Type.String({
			description:
				"8 to 72 characters with a digit, an upper-case letter and a special character",
		}),
	}),
	output: Type.Null(),
	audit: { target: "user" },
	example: {
		input: {
			id: "1000061",
			old_password: "an-example-Password-1",
			new_password: "an-example-Password-2",
		},
		output: null,
	},
	/** Checks the old password and hashes the new one. */
	async prepare(ctx, { id, old_password, new_password }) {
		assertOwn(ctx, id);
		assertPassword(new_password, "new_password");
		const former = (await present(ctx, id)).password_hash;
		if (!former || !(await verifyPassword(former, old_password)))
			throw notPresent();
		return { former, hashed: await hashPassword(new_password) };
	},
	async handler(ctx, { id }, { former, hashed }) {
		const row = await present(ctx, id, sql`for update`);
		if (row.password_hash !== former) throw notPresent();
		await ctx.db.query(sql`update users set password_hash = ${hashed}, password_changed_at = ${ctx.now}, version = version + 1, updated_at = now()
			where account_id = ${ctx.account.id} and id = ${id}`);
		const { credential } = ctx.caller;
		await endSessionsOf(ctx.db, ctx.account.id, id, credential.id);
		ctx.audit({ target: { id, name: row.name }, after: null });
		ctx.revoke(ctx.account.id);
		return null;
	},
});

async function present(ctx: Context, id: string, lock = sql``) {
	const [row] = await ctx.db.query<{
		name: string;
		password_hash: string | null;
	}>(
		sql`select name, password_hash from users where account_id = ${ctx.account.id} and id = ${id} ${lock}`,
	);
	if (!row) throw notFound("user", id);
	return row;
}

function notPresent(): ReeveError {
	return mismatch("old_password", "old_password is not the present password");
}

/** A narrowed key must not reach its user's password, though any credential may ask about itself. */
function assertOwn(ctx: Context, id: string): void {
	const { user, home, credential } = ctx.caller;
	if (ctx.account.id !== home.id || user?.kind !== "human")
		throw notFound("user", id);
	if (user.id !== id)
		throw forbidden("own_password", "A password is changed by its user alone.");
	if (credential.access.type !== "all")
		throw forbidden(
			"key_access",
			"The credential does not open users.change_password.",
			{ operation: "users.change_password" },
		);
}
