import Type, { type Static } from "typebox";
import { type Handle, sql } from "../../db/index.ts";
import { object } from "../../kernel/index.ts";

/** How many there are of what is counted when it comes to money. Active means seen in the last 30 days. */
export const usageFields = {
	active_users: Type.Integer({
		description: "People who signed in, or whose credentials were used",
	}),
	total_users: Type.Integer({ description: "People, without service users" }),
	active_endpoints: Type.Integer(),
	total_endpoints: Type.Integer(),
};
const Usage = object(usageFields);
export type Usage = Static<typeof Usage>;

const ACTIVE_DAYS = 30;

/** The usage of one account, which the handle must have in view. */
export async function usageOf(
	db: Handle,
	accountId: string,
	now: Date,
): Promise<Usage> {
	const since = new Date(now.getTime() - ACTIVE_DAYS * 86_400_000);
	const [usage] = await db.query<Usage>(sql`
		select
			(select count(*)::int from users u where u.account_id = ${accountId} and u.kind = 'human' and not u.blocked and (u.last_login_at >= ${since}
				or exists (select 1 from credentials c where c.account_id = u.account_id and c.user_id = u.id and c.last_used_at >= ${since}))) as active_users,
			(select count(*)::int from users u where u.account_id = ${accountId} and u.kind = 'human') as total_users,
			(select count(*)::int from endpoints e where e.account_id = ${accountId} and e.last_seen_at >= ${since}) as active_endpoints,
			(select count(*)::int from endpoints e where e.account_id = ${accountId}) as total_endpoints`);
	return usage as Usage;
}
