import type {
	AuditHeadAnswer,
	AuditVerifyAnswer,
} from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import { type ChainMark, dropMark, keepMark, readMark } from "./chain-mark.ts";
import { patient } from "./patient.ts";

/** The first thing that was found wrong, and what was known before it. */
export type ChainFault = NonNullable<AuditVerifyAnswer["fault"]>;

/** Where a check stands. */
export interface ChainCheck {
	head: AuditHeadAnswer;
	/** The last place that was found whole. */
	checkedTo: number;
	isDone: boolean;
	fault: ChainFault | undefined;
	/** How many faults the last part had. */
	faults: number;
	/** What the last part said of the newest signature, of events without a place, and when. */
	last: AuditVerifyAnswer | undefined;
}

/** Places of one call. A chain that fits in one is checked whole every time. */
const PART = 10_000;

/**
 * Checks a chain part by part, from where an earlier page of this tab stopped.
 *
 * @param anew from the beginning
 * @param onStep called after each part
 */
export async function checkChain(
	client: Client,
	account: string,
	options: {
		anew: boolean;
		signal: AbortSignal;
		onStep: (now: ChainCheck) => void;
	},
): Promise<void> {
	const { signal, onStep } = options;
	if (options.anew) dropMark(account);
	const verify = patient(client.audit.verify, signal);
	const head = await patient(client.audit.head, signal)({}, { signal });
	const mark = readMark(account);
	const now: ChainCheck = {
		head,
		checkedTo: mark && head.sequence > PART ? mark.sequence : 0,
		isDone: false,
		fault: mark && contradiction(mark, head),
		faults: 1,
		last: undefined,
	};
	while (!now.isDone && !now.fault) {
		const part = await verify(
			{ from: now.checkedTo + 1, limit: PART },
			{ signal },
		);
		now.last = part;
		now.checkedTo = part.to;
		now.isDone = part.complete;
		now.faults = part.faults;
		now.fault = part.fault ?? undefined;
		if (part.ok) keepMark(account, markAt(part.to, head));
		onStep({ ...now });
	}
	if (now.fault) dropMark(account);
	onStep({ ...now, isDone: true });
}

function markAt(sequence: number, head: AuditHeadAnswer): ChainMark {
	const hash = sequence === head.sequence ? head.hash : null;
	return { sequence, hash, at: Date.now() };
}

/** A chain only grows: one that is shorter than this tab has seen it, or ends differently, was tampered with. */
function contradiction(
	mark: ChainMark,
	{ sequence, hash }: AuditHeadAnswer,
): ChainFault | undefined {
	const isOther =
		mark.sequence === sequence && mark.hash !== null && mark.hash !== hash;
	if (mark.sequence <= sequence && !isOther) return undefined;
	return {
		what: isOther ? "changed" : "cut",
		sequence,
		event_id: null,
		message: isOther
			? `place ${sequence} has another hash than this page saw before`
			: `the chain had ${mark.sequence} places before and has ${sequence} now`,
	};
}
