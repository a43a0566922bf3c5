import { canonicalJson } from "./canonical.ts";
import { chainHash, genesisHash } from "./chain.ts";
import type { ChainReport, FaultRule, Seal } from "./chain-report.ts";
import { type Checkpoint, checkpointIsGenuine } from "./checkpoint.ts";
import type { StoredEvent } from "./stored-event.ts";
import type { VerifyingKey } from "./verifying-key.ts";

export interface ChainCheckOptions {
	/** The keys whose signatures count. */
	keys: readonly VerifyingKey[];
	checkpoints: readonly Checkpoint[];
	/** Where the checked part begins: the place and hash before it. The beginning of the chain unless given. */
	previous?: { sequence: number; hash: string } | undefined;
	/** Whose chain it is; that of the first event unless given. */
	accountId?: string | undefined;
	/** When the log was read; an event without a seal may be a few minutes older than that, not more. */
	readAt?: Date | undefined;
}

const FAULTS_MAX = 100;
/** Sealing takes a second; this leaves room for a server that was down and for clocks that differ. */
const UNSEALED_MS = 10 * 60_000;

/**
 * Goes along one account's chain, in order, and holds nothing but the signatures: a log of any length can be checked.
 * After something wrong it goes on from the hash that is recorded, so that each fault is told once and in its place.
 */
export class ChainCheck {
	private readonly keys: ReadonlyMap<string, VerifyingKey>;
	private readonly unmet = new Map<number, Checkpoint[]>();
	private readonly readAt: Date | undefined;
	private accountId: string | undefined;
	private sequence: number;
	private hash: Buffer;
	private readonly report: ChainReport = {
		sound: true,
		first: null,
		last: null,
		signedUpTo: null,
		unsealed: 0,
		faults: [],
	};

	constructor(options: ChainCheckOptions) {
		const { keys, checkpoints, previous, accountId, readAt } = options;
		this.keys = new Map(keys.map((key) => [key.id, key]));
		this.readAt = readAt;
		this.accountId = accountId;
		this.sequence = previous?.sequence ?? 0;
		this.hash = previous ? Buffer.from(previous.hash, "hex") : genesisHash;
		for (const checkpoint of checkpoints) this.admit(checkpoint);
	}

	/** The next place of the chain, with the event that lies there if it is still there. */
	sealed(seal: Seal, event: StoredEvent | undefined): void {
		const { sequence } = seal;
		if (sequence !== this.sequence + 1)
			this.fault("order", sequence, this.orderMessage(sequence), seal.event_id);
		const recorded = Buffer.from(seal.hash, "hex");
		if (!event)
			this.fault(
				"missing",
				sequence,
				`event ${seal.event_id} is gone`,
				seal.event_id,
			);
		else this.checkLink(seal, event, recorded);
		this.report.first ??= sequence;
		this.report.last = sequence;
		this.sequence = sequence;
		this.hash = recorded;
		this.checkSignatures(seal);
	}

	/** An event that is in no chain. */
	unsealed(event: StoredEvent): void {
		this.checkAccount(event, null);
		const limitMs = (this.readAt?.getTime() ?? 0) - UNSEALED_MS;
		if (Date.parse(event.at) >= limitMs && this.readAt) {
			this.report.unsealed++;
			return;
		}
		this.fault("inserted", null, `event ${event.id} is in no chain`, event.id);
	}

	/** Something that could not be read at all. */
	malformed(message: string): void {
		this.fault("malformed", null, message);
	}

	/** Nothing more comes. Signatures over places that did not come say that the end was cut off. */
	finish(): ChainReport {
		for (const sequence of [...this.unmet.keys()].sort((a, b) => a - b)) {
			if (sequence > this.sequence)
				this.fault(
					"cut",
					sequence,
					`a signature reaches to place ${sequence}, but the chain ends at ${this.sequence}`,
				);
		}
		return this.report;
	}

	private orderMessage(sequence: number): string {
		return `place ${sequence} follows place ${this.sequence}`;
	}

	private checkLink(seal: Seal, event: StoredEvent, recorded: Buffer): void {
		this.checkAccount(event, seal.sequence);
		if (event.id !== seal.event_id)
			this.fault(
				"foreign",
				seal.sequence,
				`the seal of event ${seal.event_id} lies beside event ${event.id}`,
				event.id,
			);
		if (!recorded.equals(chainHash(this.hash, event)))
			this.fault(
				"changed",
				seal.sequence,
				`event ${event.id}, or what came before it, is not what was sealed`,
				event.id,
			);
	}

	private checkAccount(event: StoredEvent, sequence: number | null): void {
		this.accountId ??= event.account_id;
		if (event.account_id !== this.accountId)
			this.fault(
				"foreign",
				sequence,
				`event ${event.id} belongs to another account`,
				event.id,
			);
	}

	/** Only genuine signatures are held against the chain; another one is a fault of its own. */
	private admit(checkpoint: Checkpoint): void {
		const { sequence, account_id } = checkpoint;
		const key = this.keys.get(checkpoint.key_id);
		this.accountId ??= account_id;
		if (!key)
			this.fault(
				"checkpoint",
				sequence,
				`the signature at place ${sequence} is by key ${canonicalJson(checkpoint.key_id)}, which is not trusted`,
			);
		else if (!checkpointIsGenuine(checkpoint, key))
			this.fault(
				"checkpoint",
				sequence,
				`the signature at place ${sequence} is forged`,
			);
		else if (account_id !== this.accountId)
			this.fault(
				"foreign",
				sequence,
				`the signature at place ${sequence} is of another account`,
			);
		else
			this.unmet.set(sequence, [
				...(this.unmet.get(sequence) ?? []),
				checkpoint,
			]);
	}

	private checkSignatures(seal: Seal): void {
		const { sequence } = seal;
		for (const checkpoint of this.unmet.get(sequence) ?? []) {
			if (checkpoint.hash === seal.hash) this.report.signedUpTo = sequence;
			else
				this.fault(
					"checkpoint",
					sequence,
					`the chain at place ${sequence} is not the one that was signed`,
					seal.event_id,
				);
		}
		this.unmet.delete(sequence);
	}

	private fault(
		rule: FaultRule,
		sequence: number | null,
		message: string,
		event_id: string | null = null,
	): void {
		this.report.sound = false;
		if (this.report.faults.length < FAULTS_MAX)
			this.report.faults.push({ rule, sequence, event_id, message });
	}
}
