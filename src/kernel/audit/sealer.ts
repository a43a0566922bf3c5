import type { Database } from "../../db/index.ts";
import type { Clock } from "../clock.ts";
import { type SealedBatch, sealBatch } from "./seal-batch.ts";
import { signChains, unsignedAccounts } from "./sign-chains.ts";
import type { SigningKey } from "./signing-key.ts";

export interface SealerOptions {
	database: Database;
	key: SigningKey;
	clock: Clock;
	/** Events sealed in one transaction; 2000 unless given. */
	batchMax?: number | undefined;
	/** A chain is signed each time it passes a multiple of this length; 1000 unless given. */
	signEvery?: number | undefined;
}

/** How many chains are signed in one transaction. */
const ACCOUNTS_MAX = 100;

/**
 * Keeps the audit log provable: takes committed events into their accounts' chains, and signs how far each chain came.
 * Any number may run on one database; they take turns.
 */
export class Sealer {
	private readonly database: Database;
	private readonly key: SigningKey;
	private readonly clock: Clock;
	private readonly batchMax: number;
	private readonly signEvery: number;

	constructor(options: SealerOptions) {
		this.database = options.database;
		this.key = options.key;
		this.clock = options.clock;
		this.batchMax = options.batchMax ?? 2000;
		this.signEvery = options.signEvery ?? 1000;
	}

	/**
	 * Seals everything that was committed before the call. Answers how many events it took, and whether it gave way to
	 * another sealer, which may have looked before the caller's commit: then ask again.
	 */
	async seal(): Promise<{ sealed: number; gaveWay: boolean }> {
		let sealed = 0;
		for (;;) {
			const batch = await sealBatch(this.database, this.batchMax);
			sealed += batch.sealed;
			await this.signLong(batch.grown);
			if (!batch.more) return { sealed, gaveWay: batch.busy };
		}
	}

	/** Signs every chain that has grown since it was last signed. Answers how many. */
	async sign(): Promise<number> {
		let signed = 0;
		for (let after = "0"; ; ) {
			const accountIds = await unsignedAccounts(
				this.database,
				after,
				ACCOUNTS_MAX,
			);
			signed += await this.signThese(accountIds);
			if (accountIds.length < ACCOUNTS_MAX) return signed;
			after = accountIds.at(-1) ?? after;
		}
	}

	/** Signs the chains that passed a multiple of `signEvery`, so that a busy one has no long unsigned end. */
	private async signLong(grown: SealedBatch["grown"]): Promise<void> {
		const steps = (length: number) => Math.floor(length / this.signEvery);
		const long = grown.filter(({ from, to }) => steps(to) > steps(from));
		const accountIds = long.map(({ accountId }) => accountId);
		for (let i = 0; i < accountIds.length; i += ACCOUNTS_MAX)
			await this.signThese(accountIds.slice(i, i + ACCOUNTS_MAX));
	}

	private async signThese(accountIds: readonly string[]): Promise<number> {
		if (accountIds.length === 0) return 0;
		const { database, key, clock } = this;
		return signChains(database, accountIds, key, clock.now());
	}
}
