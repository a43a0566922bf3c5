import Type from "typebox";
import { sql } from "../../db/index.ts";
import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { endSession } from "./session-store.ts";

export const endOwnSession = operation({
	id: "sessions.end",
	module: "sign_in",
	access: "write",
	scope: "session",
	method: "DELETE",
	path: "/sessions/{id}",
	summary: "End one of your sessions.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "session" },
	example: { input: { id: "1000090" }, output: null },
	async handler(ctx, { id }) {
		const { home, user } = ctx.caller;
		const [own] = await ctx.db.query<{ address: string }>(sql`
			select s.address from credentials c join sessions s on s.account_id = c.account_id and s.credential_id = c.id
			where c.account_id = ${home.id} and c.id = ${id} and c.user_id = ${user?.id ?? null} for update of c`);
		if (!own) throw notFound("session", id);
		await endSession(ctx.db, { accountId: home.id, credentialId: id });
		ctx.audit({ target: { id }, before: own, after: null });
		ctx.revoke(home.id);
		return null;
	},
});
