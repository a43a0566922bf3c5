import { sql } from "../../db/index.ts";
import { actorOf, type Context } from "../../kernel/index.ts";
import { issueCredential } from "../keys/index.ts";

/** What a probe's own key opens. */
const PROBE_OPERATIONS = ["probes.check_in"];

/** Gives a probe a key, which is in the answer and nowhere else. */
export async function issueProbeKey(
	ctx: Context,
	probe: { id: string; name: string },
): Promise<string> {
	const actor = actorOf(ctx.caller);
	const issued = await issueCredential(ctx.db, ctx.resources.pepper, {
		accountId: ctx.account.id,
		kind: "probe",
		name: probe.name,
		subjectId: probe.id,
		access: { type: "operations", operations: PROBE_OPERATIONS },
		createdBy: { id: actor.id, name: actor.name },
	});
	return issued.token;
}

/** Voids every key of a probe from the commit on. */
export async function revokeProbeKeys(
	ctx: Context,
	probeId: string,
): Promise<void> {
	await ctx.db.query(sql`delete from credentials
		where account_id = ${ctx.account.id} and kind = 'probe' and subject_id = ${probeId}`);
	ctx.revoke(ctx.account.id);
}
