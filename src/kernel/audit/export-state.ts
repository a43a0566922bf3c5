/** An event as a point in the order of time; events of one moment are told apart by their ids. */
export interface EventPosition {
	/** UTC to the microsecond. */
	at: string;
	id: string;
}

/** What an export does one after the other. */
export const exportStages = [
	"span",
	"checkpoints",
	"sealed",
	"unsealed",
	"end",
] as const;

/**
 * Where an export stands: with the account, all that its next step needs to know. The ends of the log are fixed when it
 * begins, so a log that grows meanwhile gives a sound file. Moments are milliseconds since 1970.
 */
export interface ExportState {
	stage: (typeof exportStages)[number];
	/** When the export began. What was done later is not in it. */
	at: number;
	/** The first moment that was asked for, and the first no longer; null for no bound. */
	from: number | null;
	to: number | null;
	/** Where the chain ended when the export began. */
	chainEnd: number;
	/** The last place whose signature belongs to the export. */
	signed: number;
	/** The first and last place: of what was looked at so far, later of the export. */
	first: number | null;
	last: number | null;
	/** The place of the last line given in this stage. */
	after: number;
	/** The last event looked at in this stage. */
	looked: EventPosition | null;
	/** Lines given so far. */
	sealed: number;
	unsealed: number;
}
