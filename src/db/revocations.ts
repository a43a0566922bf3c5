import pg from "pg";
import { type Sql, sql } from "./sql.ts";

const CHANNEL = "reeve_revoked";

/** Tells every server process, when the transaction commits, that rights of an account changed. */
export function announceRevocation(accountId: string): Sql {
	return sql`select pg_notify(${CHANNEL}, ${accountId})`;
}

export interface RevocationEvents {
	revoked(accountId: string): void;
	/** News may have been missed: nothing cached may be trusted. */
	lost(): void;
}

const HEARTBEAT_MS = 250;
/** Past this age of the last sign of life, cached answers are not trusted: half of the published bound of a second. */
const FRESH_MS = 600;

/**
 * Hears of revocations made by other processes. Notices arrive in commit order on one connection; a heartbeat on the
 * same connection tells a quiet one from a dead one. `fresh` is false when this process may have missed news.
 */
export class RevocationListener {
	private readonly connection: pg.ClientConfig;
	private readonly events: RevocationEvents;
	private client: pg.Client | undefined;
	private timer: NodeJS.Timeout | undefined;
	private heardAt = Number.NEGATIVE_INFINITY;
	private stopped = false;

	constructor(connection: pg.ClientConfig, events: RevocationEvents) {
		this.connection = connection;
		this.events = events;
	}

	/** Resolves once the first heartbeat was answered. */
	async start(): Promise<void> {
		await this.connect();
		this.timer = setInterval(() => void this.beat(), HEARTBEAT_MS);
		this.timer.unref();
	}

	get fresh(): boolean {
		return performance.now() - this.heardAt < FRESH_MS;
	}

	async stop(): Promise<void> {
		this.stopped = true;
		clearInterval(this.timer);
		await this.client?.end().catch(() => undefined);
	}

	private async connect(): Promise<void> {
		const client = new pg.Client({
			...this.connection,
			connectionTimeoutMillis: 2_000,
		});
		this.client = client;
		client.on("notification", (notice) => {
			if (notice.channel === CHANNEL && notice.payload)
				this.events.revoked(notice.payload);
		});
		const drop = () => {
			if (this.client === client) this.client = undefined;
		};
		client.on("error", drop);
		client.on("end", drop);
		await client.connect();
		await client.query(`listen ${CHANNEL}`);
		// Whatever was announced before this LISTEN was not heard.
		this.events.lost();
		await this.beat();
	}

	private beating = false;

	private async beat(): Promise<void> {
		if (this.beating || this.stopped) return;
		this.beating = true;
		// The age counts from when the question was sent: news committed after that may still be on its way.
		const askedAt = performance.now();
		try {
			if (!this.client) return await this.reconnect();
			await this.client.query("select 1");
			this.heardAt = askedAt;
		} catch {
			this.client = undefined;
		} finally {
			this.beating = false;
		}
	}

	private async reconnect(): Promise<void> {
		this.beating = false;
		await this.connect();
	}
}
