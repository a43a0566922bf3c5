import Type, { type Static } from "typebox";
import {
	type Context,
	conflict,
	forbidden,
	notFound,
	nullable,
	object,
} from "../../kernel/index.ts";
import {
	Factor,
	factorExample,
	forgetAppCodeTries,
	getFactor,
	listFactors,
	lockPerson,
	type Person,
	renewRecoveryCodes,
} from "../second-factors/index.ts";
import { noteFactorShown, requireConfirmed } from "../sessions/index.ts";

/** More than anybody owns, and few enough that each may be tried. */
const FACTORS_MAX = 20;

export const recoveryCodes = Type.Array(Type.String(), {
	description:
		"Ten codes, each good once in place of a factor; shown this once",
});

/** What enrolling a factor answers. */
export const Enrolled = object({
	...Factor.properties,
	recovery_codes: nullable(recoveryCodes),
});
type Enrolled = Static<typeof Enrolled>;

export const codesExample = ["7k2m-9qwx-4hdn", "c3p8-0rtz-6bvj"];

export const enrolledExample: Enrolled = {
	...factorExample,
	recovery_codes: codesExample,
};

/** The signed-in person, at home. */
export function selfOf({ caller }: Context): Person {
	if (!caller.user) throw notFound("user");
	return { accountId: caller.home.id, userId: caller.user.id };
}

/**
 * Locks the person for a change of how they sign in, once it is sure that it is them.
 * @throws forbidden (`confirm_required`)
 */
export async function lockSelf(
	ctx: Context,
): Promise<Person & { name: string; email: string }> {
	await requireConfirmed(ctx);
	const self = selfOf(ctx);
	const row = await lockPerson(ctx.db, self);
	if (!row) throw notFound("user", self.userId);
	return { ...self, ...row };
}

/**
 * The same where a factor is to be added. A session that waits for its first factor has shown a password and no more:
 * once the person has a factor, it adds none, or whoever knows the password could add their own.
 * @throws forbidden (`confirm_required`, `second_factor_enrolled`), conflict (`second_factors_full`)
 */
export async function lockSelfToEnrol(ctx: Context) {
	// Before anybody confirms in vain; and once more behind the lock.
	refuseBeside(ctx, await listFactors(ctx.db, selfOf(ctx)));
	const self = await lockSelf(ctx);
	const factors = await listFactors(ctx.db, self);
	refuseBeside(ctx, factors);
	if (factors.length >= FACTORS_MAX)
		throw conflict(
			"second_factors_full",
			`A person has at most ${FACTORS_MAX} second factors; delete one first.`,
		);
	return { ...self, isFirst: factors.length === 0 };
}

function refuseBeside(ctx: Context, factors: readonly Factor[]): void {
	if (factors.length === 0 || ctx.caller.credential.access.type === "all")
		return;
	throw forbidden(
		"second_factor_enrolled",
		"A second factor was enrolled elsewhere meanwhile; sign in again with it.",
	);
}

/** Ends an enrolment: the first factor brings recovery codes along, and opens a session that waited for it. */
export async function finishEnrolment(
	ctx: Context,
	self: Person & { isFirst: boolean },
	id: string,
): Promise<Enrolled> {
	const factor = await getFactor(ctx.db, self, id);
	if (!factor) throw notFound("second factor", id);
	if (self.isFirst) await forgetAppCodeTries(ctx.db, self);
	const codes = self.isFirst
		? await renewRecoveryCodes(ctx.db, ctx.resources.pepper, self)
		: null;
	await noteFactorShown(ctx);
	ctx.audit({ target: { id, name: factor.name }, after: factor });
	return { ...factor, recovery_codes: codes };
}
