import Type, { type Static } from "typebox";
import { join, sql } from "../../db/index.ts";
import { type Context, object, Timestamp, when } from "../../kernel/index.ts";

const HOUR_MS = 3_600_000;

export const usageFigures = {
	calls: Type.Integer({ description: "Let in" }),
	refusals: Type.Integer({ description: "Refused by rights" }),
	limited: Type.Integer({ description: "Turned away by a limit" }),
};

export const HourOfUse = object({
	hour: Type.Unsafe<string>({
		...Timestamp,
		description: "Its beginning, UTC",
	}),
	...usageFigures,
});
export type HourOfUse = Static<typeof HourOfUse>;

interface Period {
	from: Date;
	to: Date;
	credentialId?: string | undefined;
	operation?: string | undefined;
}

/** The whole hour that a moment lies in. */
export function hourOf(at: Date): Date {
	return new Date(at.getTime() - (at.getTime() % HOUR_MS));
}

/** Every hour from the first to the last, those without calls too: what a chart draws. */
export async function usageByHour(
	ctx: Context,
	period: Period,
): Promise<HourOfUse[]> {
	// What is not asked for is not named, so that an account's figures are read from the index alone.
	const conditions = [
		sql`account_id = any(${ctx.accountIds}::bigint[])`,
		sql`hour >= ${period.from} and hour < ${period.to}`,
		when(period.credentialId, (id) => sql`credential_id = ${id}`),
		when(period.operation, (id) => sql`operation = ${id}`),
	].filter((condition) => condition !== undefined);
	const rows = await ctx.db.query<{
		hour: Date;
		calls: string;
		refusals: string;
		limited: string;
	}>(sql`select hour, sum(calls) as calls, sum(refusals) as refusals, sum(limited) as limited from credential_usage
		where ${join(conditions, " and ")} group by hour`);
	const known = new Map(rows.map((row) => [row.hour.getTime(), row]));
	const hours: HourOfUse[] = [];
	for (
		let ms = period.from.getTime();
		ms < period.to.getTime();
		ms += HOUR_MS
	) {
		const { calls, refusals, limited } = known.get(ms) ?? nothing;
		hours.push({
			hour: new Date(ms).toISOString(),
			calls: Number(calls),
			refusals: Number(refusals),
			limited: Number(limited),
		});
	}
	return hours;
}

const nothing = { calls: "0", refusals: "0", limited: "0" };
