import Type from "typebox";
import {
	type Context,
	Id,
	invalid,
	object,
	operation,
	Timestamp,
} from "../../kernel/index.ts";
import {
	HourOfUse,
	hourOf,
	usageByHour,
	usageFigures,
	visibleKey,
} from "../keys/index.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS_DEFAULT = 7;
const DAYS_MAX = 31;

export const getLimitsHistory = operation({
	id: "limits.history",
	module: "limits",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/limits/history",
	summary:
		"Count calls, refusals and calls turned away by a limit, hour by hour.",
	description:
		"Seven days up to now unless said, at most 31. Every hour is there, those without calls as zeros. What a credential did is counted in its own account, wherever the call ran.",
	input: object({
		from: Type.Optional(Timestamp),
		to: Type.Optional(Timestamp),
		credential_id: Type.Optional(Id),
		operation: Type.Optional(
			Type.String({
				maxLength: 100,
				description: "Calls of this operation alone",
			}),
		),
	}),
	output: object({
		from: Timestamp,
		to: Timestamp,
		...usageFigures,
		hours: Type.Array(HourOfUse),
	}),
	example: {
		input: {
			from: "2026-01-05T09:00:00.000Z",
			to: "2026-01-05T10:00:00.000Z",
		},
		output: {
			from: "2026-01-05T09:00:00.000Z",
			to: "2026-01-05T10:00:00.000Z",
			calls: 120,
			refusals: 1,
			limited: 14,
			hours: [
				{
					hour: "2026-01-05T09:00:00.000Z",
					calls: 120,
					refusals: 1,
					limited: 14,
				},
			],
		},
	},
	async handler(ctx, { from, to, credential_id, operation }) {
		const period = readPeriod(ctx.now, from, to);
		if (credential_id !== undefined) await assertVisible(ctx, credential_id);
		const hours = await usageByHour(ctx, {
			...period,
			credentialId: credential_id,
			operation,
		});
		const total = (figure: keyof typeof usageFigures) =>
			hours.reduce((sum, hour) => sum + hour[figure], 0);
		return {
			from: period.from.toISOString(),
			to: period.to.toISOString(),
			calls: total("calls"),
			refusals: total("refusals"),
			limited: total("limited"),
			hours,
		};
	},
});

/** One's own credential is one's own, whatever kind it is; of others those that the list of keys shows. */
async function assertVisible(ctx: Context, id: string): Promise<void> {
	if (id !== ctx.caller.credential.id) await visibleKey(ctx, id);
}

/** Whole hours: the one that `to` lies in is the last. @throws invalid */
function readPeriod(
	now: Date,
	fromText: string | undefined,
	toText: string | undefined,
): { from: Date; to: Date } {
	const last = toText === undefined ? now : new Date(toText);
	const from = hourOf(
		fromText === undefined
			? new Date(last.getTime() - DAYS_DEFAULT * DAY_MS)
			: new Date(fromText),
	);
	const to = new Date(hourOf(new Date(last.getTime() - 1)).getTime() + HOUR_MS);
	if (to <= from)
		throw invalid("to", "after_from", "to must be later than from");
	if (to.getTime() - from.getTime() > DAYS_MAX * DAY_MS + HOUR_MS)
		throw invalid(
			"from",
			"period",
			`from may be at most ${DAYS_MAX} days before to`,
		);
	return { from, to };
}
