import Type, { type Static } from "typebox";
import { sql } from "../../db/index.ts";
import { type Context, Id, object, Timestamp } from "../../kernel/index.ts";
import { usageFigures } from "./usage-by-hour.ts";

const ADDRESSES_MAX = 20;
const REFUSALS_MAX = 20;

export const AddressOfUse = object({
	address: Type.String({
		description: "Empty for all those that were too many to tell apart",
	}),
	...usageFigures,
	last_at: Timestamp,
});
export type AddressOfUse = Static<typeof AddressOfUse>;

/** Where a key was used from, the busiest addresses first. Known by the day. */
export async function addressesOf(
	{ db, account }: Context,
	id: string,
	since: Date,
): Promise<AddressOfUse[]> {
	const rows = await db.query<
		Record<"calls" | "refusals" | "limited", string> & {
			address: string;
			last_at: Date;
		}
	>(sql`select address, sum(calls) as calls, sum(refusals) as refusals, sum(limited) as limited, max(last_at) as last_at
		from credential_addresses where account_id = ${account.id} and credential_id = ${id}
		and day >= ${since.toISOString().slice(0, 10)}::date
		group by address order by sum(calls + refusals + limited) desc, address limit ${ADDRESSES_MAX}`);
	return rows.map(({ address, calls, refusals, limited, last_at }) => ({
		address,
		calls: Number(calls),
		refusals: Number(refusals),
		limited: Number(limited),
		last_at: last_at.toISOString(),
	}));
}

export const RefusedCall = object({
	event_id: Id,
	at: Timestamp,
	operation: Type.String(),
	reason: Type.String(),
	address: Type.String(),
});
export type RefusedCall = Static<typeof RefusedCall>;

/** The last calls of a key that rights refused in this account, newest first. */
export function refusalsOf(
	{ db, account }: Context,
	id: string,
	since: Date,
): Promise<RefusedCall[]> {
	return db.query<RefusedCall>(sql`
		select id as event_id, at, operation, reason, address from audit_events
		where account_id = ${account.id} and credential_id = ${id} and outcome = 'refused' and at >= ${since}
		order by at desc limit ${REFUSALS_MAX}`);
}
