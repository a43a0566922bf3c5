import Type from "typebox";
import {
	conflict,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import {
	factorExample,
	listFactors,
	removeAllFactors,
	removeFactor,
	secondFactorDemanded,
} from "../second-factors/index.ts";
import { lockSelf } from "./enrolment.ts";

export const deleteSecondFactor = operation({
	id: "second_factors.delete",
	module: "sign_in",
	access: "write",
	scope: "session",
	method: "DELETE",
	path: "/second-factors/{id}",
	summary: "Delete something you sign in with besides the password.",
	description:
		"The last one stays while your account asks you for a second factor; enrol another one first. The recovery codes go with the last one.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "second_factor" },
	example: { input: { id: factorExample.id }, output: null },
	async handler(ctx, { id }) {
		const self = await lockSelf(ctx);
		const factors = await listFactors(ctx.db, self);
		const before = factors.find((factor) => factor.id === id);
		if (!before) throw notFound("second factor", id);
		const isLast = factors.length === 1;
		if (isLast && (await secondFactorDemanded(ctx.db, self)))
			throw conflict(
				"second_factor_demanded",
				"Your account asks you for a second factor and this is your last one; enrol another one first.",
			);
		await (isLast
			? removeAllFactors(ctx.db, self)
			: removeFactor(ctx.db, self, id));
		ctx.audit({ target: { id, name: before.name }, before, after: null });
		return null;
	},
});
