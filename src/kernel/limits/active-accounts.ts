import { ACTIVE_US } from "./fair-share.ts";
import { CLOCK_SKEW_US } from "./gcra.ts";

/**
 * The accounts that one credential drives at present, each with the TAT of its share, in order of their last attempt.
 *
 * The order makes the count cheap: silent accounts leave at the old end as time passes, so a look costs the same with one account and with
 * a thousand. An account that has left has its share back in full when it returns.
 */
export class ActiveAccounts {
	readonly #shares = new Map<string, AccountShare>();
	#oldest: AccountShare | undefined;
	#newest: AccountShare | undefined;

	/** Lets go of accounts that have been silent for {@link ACTIVE_US}, or were last seen in a future the clock has gone back from. */
	settle(nowUs: number): void {
		while (
			this.#oldest !== undefined &&
			this.#oldest.seenUs <= nowUs - ACTIVE_US
		) {
			this.#drop(this.#oldest);
		}
		while (
			this.#newest !== undefined &&
			this.#newest.seenUs > nowUs + CLOCK_SKEW_US
		) {
			this.#drop(this.#newest);
		}
	}

	/** The share this account draws on: its own, or the common one of those that find the list full. */
	slotOf(account: string): string {
		return this.#shares.has(account) || this.#shares.size < ACCOUNTS_MAX
			? account
			: OVERFLOW_SLOT;
	}

	/** How many shares there are when this one is counted in. */
	countWith(slot: string): number {
		return this.#shares.size + (this.#shares.has(slot) ? 0 : 1);
	}

	/** TAT of a share; an unknown one is whole. */
	shareTatUs(slot: string, nowUs: number): number {
		return this.#shares.get(slot)?.tatUs ?? nowUs;
	}

	/** Records an attempt: the account is active from now on, with this TAT for its share. */
	touch(slot: string, shareTatUs: number, nowUs: number): void {
		let share = this.#shares.get(slot);
		if (share === undefined) {
			share = { slot, tatUs: shareTatUs, seenUs: nowUs };
			this.#shares.set(slot, share);
			this.#append(share);
		} else if (share !== this.#newest) {
			this.#unlink(share);
			this.#append(share);
		}
		share.tatUs = shareTatUs;
		// The list stays in order of time even while the clock wavers.
		share.seenUs = Math.max(nowUs, share.older?.seenUs ?? nowUs, share.seenUs);
	}

	#append(share: AccountShare): void {
		share.older = this.#newest;
		if (this.#newest === undefined) this.#oldest = share;
		else this.#newest.newer = share;
		this.#newest = share;
	}

	#unlink(share: AccountShare): void {
		if (share.older === undefined) this.#oldest = share.newer;
		else share.older.newer = share.newer;
		if (share.newer === undefined) this.#newest = share.older;
		else share.newer.older = share.older;
		share.older = undefined;
		share.newer = undefined;
	}

	#drop(share: AccountShare): void {
		this.#unlink(share);
		this.#shares.delete(share.slot);
	}
}

interface AccountShare {
	readonly slot: string;
	tatUs: number;
	seenUs: number;
	older?: AccountShare | undefined;
	newer?: AccountShare | undefined;
}

/** Shares kept for one credential. A provider may have more tenants than that, but not more that one token drives within a minute. */
export const ACCOUNTS_MAX = 1000;

/** No account has this name: ids are numbers. */
export const OVERFLOW_SLOT = "*";
