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
import {
	appCodesClosed,
	tryAppCode,
	useRecoveryCode,
} from "../second-factors/index.ts";
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
	/** Checks a password or an app's code; a recovery code is taken together with what it confirms. */
	async prepare(ctx, { password, code }): Promise<SignInMethod | undefined> {
		if (password !== undefined) return byPassword(ctx, password);
		if (code !== undefined) return byAppCode(ctx, code);
		throw invalid("password", "required", "password or code is required");
	},
	async handler(ctx, { code = "" }, prepared) {
		const { credential, home } = ctx.caller;
		const method = prepared ?? (await byRecoveryCode(ctx, code));
		await markConfirmed(ctx.db, home.id, credential.id, ctx.now);
		if (isFactor(method)) await noteFactorShown(ctx);
		ctx.audit({ target: { id: credential.id }, after: { method } });
		const until = new Date(ctx.now.getTime() + CONFIRMED_MS);
		return { confirmed_until: until.toISOString() };
	},
});

/** @throws invalid */
async function byPassword(
	ctx: Context,
	password: string,
): Promise<SignInMethod> {
	const { user, home } = ctx.caller;
	const [row] = await ctx.db.query<{ password_hash: string | null }>(
		sql`select password_hash from users where account_id = ${home.id} and id = ${user?.id ?? null}`,
	);
	if (!(await verifyPossiblePassword(row?.password_hash ?? null, password)))
		throw mismatch("password", "password is not your password");
	return "password";
}

/** Nothing where it is no code of an app, for it may be a recovery code. @throws forbidden (`app_codes_closed`) */
async function byAppCode(
	ctx: Context,
	code: string,
): Promise<SignInMethod | undefined> {
	const judged = await tryAppCode(ctx.resources, selfOf(ctx), code, ctx.now);
	if (judged === "closed") throw appCodesClosed();
	return judged === "wrong" ? undefined : "totp";
}

/** @throws invalid */
async function byRecoveryCode(
	ctx: Context,
	code: string,
): Promise<SignInMethod> {
	const { pepper } = ctx.resources;
	if (await useRecoveryCode(ctx.db, pepper, selfOf(ctx), code, ctx.now))
		return "recovery_code";
	throw mismatch("code", "code is not right, or was used before");
}

function selfOf({ caller: { home, user } }: Context) {
	return { accountId: home.id, userId: user?.id ?? "0" };
}
