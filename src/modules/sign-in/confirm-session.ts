import Type from "typebox";
import { sql } from "../../db/index.ts";
import {
	type Context,
	invalid,
	mismatch,
	object,
	operation,
	Timestamp,
} from "../../kernel/index.ts";
import { useRecoveryCode, verifyTotpCode } from "../second-factors/index.ts";
import {
	CONFIRMED_MS,
	markConfirmed,
	noteFactorShown,
	type SignInMethod,
} from "../sessions/index.ts";
import { verifyPossiblePassword } from "../users/index.ts";
import { isFactor } from "./second-step.ts";

export const confirmSession = operation({
	id: "sessions.confirm",
	module: "sign_in",
	access: "write",
	scope: "session",
	method: "POST",
	path: "/sessions/confirm",
	summary: "Prove again that it is you, for changes of how you sign in.",
	description:
		"With the password, or with a code of the authenticator app or a recovery code. It holds for 15 minutes, as a new sign-in does.",
	// A place to guess passwords and codes.
	perMinute: 5,
	input: object({
		password: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
		code: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
	}),
	output: object({ confirmed_until: Timestamp }),
	audit: { target: "session" },
	example: {
		input: { password: "an-example-Password-1" },
		output: { confirmed_until: "2026-01-05T09:15:00.000Z" },
	},
	/** Checks a password; a code is taken together with what it confirms. */
	async prepare(ctx, { password, code }) {
		if (password !== undefined) await assertOwnPassword(ctx, password);
		else if (code === undefined)
			throw invalid("password", "required", "password or code is required");
	},
	async handler(ctx, { password, code }) {
		const { credential, home } = ctx.caller;
		const method =
			password === undefined ? await byCode(ctx, code ?? "") : "password";
		await markConfirmed(ctx.db, home.id, credential.id, ctx.now);
		if (isFactor(method)) await noteFactorShown(ctx);
		ctx.audit({ target: { id: credential.id }, after: { method } });
		const until = new Date(ctx.now.getTime() + CONFIRMED_MS);
		return { confirmed_until: until.toISOString() };
	},
});

async function assertOwnPassword(
	ctx: Context,
	password: string,
): Promise<void> {
	const { user, home } = ctx.caller;
	const [row] = await ctx.db.query<{ password_hash: string | null }>(
		sql`select password_hash from users where account_id = ${home.id} and id = ${user?.id ?? null}`,
	);
	if (!(await verifyPossiblePassword(row?.password_hash ?? null, password)))
		throw mismatch("password", "password is not your password");
}

async function byCode(ctx: Context, code: string): Promise<SignInMethod> {
	const { user, home } = ctx.caller;
	const person = { accountId: home.id, userId: user?.id ?? "0" };
	const { pepper } = ctx.resources;
	if (await verifyTotpCode(ctx.db, pepper, person, code, ctx.now))
		return "totp";
	if (await useRecoveryCode(ctx.db, pepper, person, code, ctx.now))
		return "recovery_code";
	throw mismatch("code", "code is not right, or was used before");
}
