import type { Checkpoint } from "./checkpoint.ts";
import type { StoredEvent } from "./stored-event.ts";

/** The form of an export. A change that a reader must know of changes this text. */
export const exportForm = "reeve audit export 1";

/** The first line. */
export interface HeaderLine {
	kind: "header";
	form: typeof exportForm;
	account_id: string;
	/** When the log was read, and which span of time was asked for; UTC, null for no bound. */
	exported_at: string;
	from: string | null;
	to: string | null;
	/** The place in the chain before the first one below, and its hash. */
	previous: { sequence: number; hash: string };
	/** Base64 public keys of the checkpoints below. Whoever doubts the server compares them with keys kept elsewhere. */
	keys: { key_id: string; public_key: string }[];
}

/** A place in the chain and the event that lies there; null says that it should, but is gone. */
export interface SealedLine {
	kind: "sealed";
	sequence: number;
	hash: string;
	event_id: string;
	event: StoredEvent | null;
}

export interface CheckpointLine extends Checkpoint {
	kind: "checkpoint";
}

/** An event of the span that is in no chain yet. */
export interface UnsealedLine {
	kind: "unsealed";
	event: StoredEvent;
}

/** The last line: without it the file was cut off on its way. */
export interface EndLine {
	kind: "end";
	sealed: number;
	unsealed: number;
}

/** In this order: header, checkpoints, sealed, unsealed, end. */
export type ExportLine =
	| HeaderLine
	| CheckpointLine
	| SealedLine
	| UnsealedLine
	| EndLine;
