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
	PasskeyUsed,
	relyingPartyAt,
	tryAppCode,
	useRecoveryCode,
	verifyPasskey,
} from "../second-factors/index.ts";
import {
	CONFIRMED_MS,
	markConfirmed,
	noteFactorShown,
	type SignInMethod,
	takeChallenge,
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
		"With the password, with a code of the authenticator app or a recovery code, or with a passkey that was asked for just before and has verified its person. It holds for 15 minutes, as a new sign-in does.",
	// A place to guess passwords and codes.
	perMinute: 5,
	input: object({
		password: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
		code: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
		passkey: Type.Optional(PasskeyUsed),
	}),
	output: object({ confirmed_until: Timestamp }),
	audit: { target: "session" },
	example: {
		input: { password: "an-example-Password-1" },
		output: { confirmed_until: "2026-01-05T09:15:00.000Z" },
	},
	/** Checks a password or an app's code; the others are taken together with what they confirm. */
	async prepare(ctx, given): Promise<SignInMethod | undefined> {
		const { password, code, passkey } = given;
		if (password !== undefined) return byPassword(ctx, password);
		if (code !== undefined) return byAppCode(ctx, code);
		if (passkey !== undefined) return undefined;
		throw invalid(
			"password",
			"required",
			"password, code or passkey is required",
		);
	},
	async handler(ctx, { code, passkey }, prepared) {
		const { credential, home } = ctx.caller;
		const method = prepared ?? (await byWhatIsGoodOnce(ctx, code, passkey));
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

function byWhatIsGoodOnce(
	ctx: Context,
	code: string | undefined,
	passkey: PasskeyUsed | undefined,
): Promise<SignInMethod> {
	return code === undefined && passkey !== undefined
		? byPasskey(ctx, passkey)
		: byRecoveryCode(ctx, code ?? "");
}

/** A key that was left in its socket answers a touch, whoever's: the person must be verified. @throws invalid */
async function byPasskey(
	ctx: Context,
	response: PasskeyUsed,
): Promise<SignInMethod> {
	const challenge = await takeChallenge(ctx);
	const used =
		challenge !== undefined &&
		(await verifyPasskey(ctx.db, selfOf(ctx), {
			response,
			challenge,
			party: relyingPartyAt(ctx.origin),
			alone: true,
			now: ctx.now,
		}));
	if (used) return "passkey";
	throw mismatch(
		"passkey",
		"passkey did not answer what was asked of it; ask for it again",
	);
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

/** The signed-in person, at home. */
export function selfOf({ caller: { home, user } }: Context) {
	return { accountId: home.id, userId: user?.id ?? "0" };
}
