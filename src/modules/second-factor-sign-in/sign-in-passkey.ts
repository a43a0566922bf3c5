import { forbidden, object, unauthenticated } from "../../kernel/index.ts";
import {
	type OpenAnswer,
	type OpenContext,
	openCall,
} from "../../kernel/open-call.ts";
import {
	findPasskeyOwner,
	PasskeyUsed,
	relyingPartyAt,
	usedExample,
	verifyPasskey,
} from "../second-factors/index.ts";
import {
	endAttempt,
	finishSignIn,
	loadPerson,
	passwordClosed,
	readAttempt,
	refuseSignIn,
	type SignedInPerson,
	SignInAnswer,
	signInExample,
	tryAttempt,
} from "../sign-in/index.ts";
import {
	type ChallengedState,
	PASSKEY_ALONE,
	type PasskeyAloneState,
	readSecondStep,
} from "./passkey-attempt.ts";
import {
	finishStep,
	signInOver,
	slowDown,
	takeTry,
	wrong,
} from "./second-factor-attempt.ts";

export const signInPasskey = openCall({
	id: "sign_in.passkey",
	method: "POST",
	path: "/sign-in/passkey",
	summary: "Sign in with a passkey, or take the second step with one.",
	description:
		"What the browser answered to the options that were asked for just before. A challenge is good for one sign-in; after five wrong answers it starts again.",
	input: object({ response: PasskeyUsed }),
	output: SignInAnswer,
	example: { input: { response: usedExample }, output: signInExample },
	async handler(ctx, { response }) {
		return (await readSecondStep(ctx))
			? asSecondStep(ctx, response)
			: alone(ctx, response);
	},
});

async function asSecondStep(
	ctx: OpenContext,
	response: PasskeyUsed,
): Promise<OpenAnswer<SignInAnswer>> {
	const step = await takeTry<ChallengedState>(ctx);
	const { person, state } = step;
	if (!(await verified(ctx, person, state.challenge, response, false)))
		throw wrong(ctx, person, "wrong_passkey", MISMATCH);
	return finishStep(ctx, step, "passkey");
}

/** Nobody is known until the passkey says who it is, and then it stands for both factors. */
async function alone(
	ctx: OpenContext,
	response: PasskeyUsed,
): Promise<OpenAnswer<SignInAnswer>> {
	const { resources, attempt } = ctx;
	if (!(await readAttempt(resources, attempt, PASSKEY_ALONE)))
		throw signInOver();
	const person = await ownerOf(ctx, response);
	if (person) await slowDown(ctx, person);
	const state = await tryAttempt<PasskeyAloneState>(
		resources,
		attempt,
		PASSKEY_ALONE,
	);
	if (!state) throw signInOver();
	if (!person)
		throw unauthenticated(
			"unknown_passkey",
			"Nobody here has this passkey; sign in another way.",
		);
	if (!(await verified(ctx, person, state.challenge, response, true)))
		throw wrong(ctx, person, "wrong_passkey", MISMATCH);
	if (!(await endAttempt(resources, attempt))) throw signInOver();
	await assertOpenTo(ctx, person);
	return finishSignIn(ctx, person, ["passkey"]);
}

/** A passkey alone stands for the password, so it is closed where the password is. @throws forbidden (`sso_required`) */
async function assertOpenTo(
	ctx: OpenContext,
	person: SignedInPerson,
): Promise<void> {
	const db = ctx.resources.database.reader([person.accountId]);
	if (!(await passwordClosed(db, person))) return;
	refuseSignIn(ctx, person, ctx.operation, "sso_required");
	throw forbidden(
		"sso_required",
		"Your organization has you sign in with its own account; use single sign-on.",
	);
}

const MISMATCH =
	"The passkey did not answer what was asked of it; ask for it again.";

async function ownerOf(
	{ resources: { database } }: OpenContext,
	{ id }: PasskeyUsed,
): Promise<SignedInPerson | undefined> {
	const owner = await findPasskeyOwner(database.reader([]), id);
	return owner && loadPerson(database, owner.accountId, owner.userId);
}

async function verified(
	ctx: OpenContext,
	person: SignedInPerson,
	challenge: string | undefined,
	response: PasskeyUsed,
	alone: boolean,
): Promise<boolean> {
	if (challenge === undefined) return false;
	const party = relyingPartyAt(ctx.origin);
	const { now } = ctx;
	const used = await ctx.resources.database.transaction(
		[person.accountId],
		(tx) =>
			verifyPasskey(tx, person, { response, challenge, party, alone, now }),
	);
	return used !== undefined;
}
