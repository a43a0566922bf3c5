/** The place of one event in its account's chain. */
export interface Seal {
	/** 1 for the first event of the account. */
	sequence: number;
	event_id: string;
	/** Hex. */
	hash: string;
}

export type FaultRule =
	| "changed"
	| "missing"
	| "order"
	| "inserted"
	| "foreign"
	| "cut"
	| "checkpoint"
	| "malformed";

export interface ChainFault {
	rule: FaultRule;
	/** The place in the chain, where it has one. */
	sequence: number | null;
	/** The event it concerns, where that is known. */
	event_id: string | null;
	message: string;
}

export interface ChainReport {
	/** Whether nothing at all was found wrong. */
	sound: boolean;
	/** The first and last place that was checked; null where the chain is empty. */
	first: number | null;
	last: number | null;
	/** The last place that a genuine signature covers: what lies after it could have been rewritten. */
	signedUpTo: number | null;
	/** Events so young that no seal is due yet. They prove nothing. */
	unsealed: number;
	/** The first of what was found wrong, at most 100. */
	faults: ChainFault[];
}
