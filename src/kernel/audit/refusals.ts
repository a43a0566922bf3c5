import type { Database } from "../../db/index.ts";
import { type AuditEvent, insertEvent } from "./events.ts";

const FLUSH_MS = 200;
const BATCH_MAX = 500;
/** Past this many waiting rows further refusals are counted, not kept: a flood must not fill the memory. */
const WAITING_MAX = 10_000;

/** Writes refused calls after their answers, in batches. Refusals change nothing, so their rows may come late. */
export class RefusalLog {
	private readonly database: Database;
	private readonly onError: (error: unknown) => void;
	private readonly onStored: () => void;
	private waiting: AuditEvent[] = [];
	private timer: NodeJS.Timeout | undefined;
	private flushing: Promise<void> = Promise.resolve();
	/** Refusals that were not kept because too many were waiting. */
	dropped = 0;

	/** `onStored` is told of each batch of rows once it is committed. */
	constructor(
		database: Database,
		onError: (error: unknown) => void,
		onStored: () => void = () => undefined,
	) {
		this.database = database;
		this.onError = onError;
		this.onStored = onStored;
	}

	add(event: AuditEvent): void {
		if (this.waiting.length >= WAITING_MAX) {
			this.dropped++;
			return;
		}
		this.waiting.push(event);
		this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
	}

	/** Resolves when everything added before is stored, or has failed and was reported. */
	async flush(): Promise<void> {
		clearTimeout(this.timer);
		this.timer = undefined;
		this.flushing = this.flushing.then(() => this.writeAll());
		await this.flushing;
	}

	private async writeAll(): Promise<void> {
		while (this.waiting.length > 0) {
			const batch = this.waiting.splice(0, BATCH_MAX);
			const accountIds = [...new Set(batch.map((event) => event.accountId))];
			try {
				await this.database.transaction(accountIds, async (tx) => {
					await Promise.all(batch.map((event) => tx.query(insertEvent(event))));
				});
				this.onStored();
			} catch (error) {
				this.onError(error);
			}
		}
	}
}
