import type {
	BucketName,
	BucketState,
	Decision,
	LimitRequest,
} from "../../src/kernel/limits/limiter.ts";

/**
 * What the limiter should decide, worked out another way: ledgers of tokens in whole numbers of any size, where the limiter keeps arrival
 * times in doubles. A token is sixty million parts, and a microsecond refills as many parts as the policy has calls a minute; so nothing
 * is ever rounded, for rates that divide a minute into whole microseconds.
 */

const TOKEN = 60_000_000n;
const MINUTE = 60_000_000n;
const SKEW = 10_000_000n;

interface Ledger {
	/** Parts of tokens. Grows past the full bucket while nobody spends; what is over is lost at the next spending. */
	balance: bigint;
	at: bigint;
}

interface Share {
	account: string;
	seen: bigint;
	/** Parts of tokens owed by the account; below zero while it has been quiet. */
	owed: bigint;
	at: bigint;
}

interface Window {
	opened: bigint;
	served: bigint[];
	blockedUntil: bigint;
}

interface Verdict {
	wait: bigint;
	state: BucketState;
}

interface Part {
	name: BucketName;
	look(): Verdict;
	spend(): void;
	refuse(): void;
	keep(): void;
}

const least = (a: bigint, b: bigint) => (a < b ? a : b);
const most = (a: bigint, b: bigint) => (a > b ? a : b);
const dividedUp = (a: bigint, b: bigint) => (a <= 0n ? 0n : (a + b - 1n) / b);

export class LimitModel {
	readonly #ledgers = new Map<string, Ledger>();
	readonly #shares = new Map<string, Share[]>();
	readonly #windows = new Map<string, Window>();

	take(request: LimitRequest, nowMs: number): Decision {
		return this.#decide(request, nowMs, true);
	}

	peek(request: LimitRequest, nowMs: number): Decision {
		return this.#decide(request, nowMs, false);
	}

	#decide(request: LimitRequest, nowMs: number, spending: boolean): Decision {
		const now = BigInt(Math.round(nowMs * 1000));
		const parts = this.#parts(request, now);
		const allowed = parts.every((part) => part.look().wait === 0n);
		if (spending) {
			for (const part of parts) {
				if (allowed) part.spend();
				else if (part.look().wait > 0n) part.refuse();
				part.keep();
			}
		}
		const looks = parts.map((part) => ({ name: part.name, ...part.look() }));
		let refusedBy: BucketName | undefined;
		let wait = 0n;
		for (const look of allowed ? [] : looks) {
			if (look.wait <= wait) continue;
			wait = look.wait;
			refusedBy = look.name;
		}
		return {
			allowed,
			refusedBy,
			retryAfterMs: Number(wait) / 1000,
			buckets: looks.map((look) => look.state),
		};
	}

	#parts(request: LimitRequest, now: bigint): Part[] {
		const parts: Part[] = [];
		if (request.credential) parts.push(this.#credential(request, now));
		if (request.operation) parts.push(this.#operation(request, now));
		if (request.address) parts.push(this.#address(request, now));
		return parts;
	}

	#ledger(key: string, rate: bigint, full: bigint, now: bigint): Ledger {
		const ledger = this.#ledgers.get(key) ?? { balance: full, at: now };
		ledger.balance += (now - ledger.at) * rate;
		ledger.at = now;
		if (ledger.balance < -least(SKEW * rate, full - TOKEN)) ledger.balance = 0n;
		return ledger;
	}

	#address(request: LimitRequest, now: bigint): Part {
		const address = request.address;
		if (!address) throw new Error("no address");
		const rate = BigInt(address.policy.perMinute);
		const full = BigInt(address.policy.burst) * TOKEN;
		const key = `address ${address.key}`;
		const ledger = this.#ledger(key, rate, full, now);
		return {
			name: "address",
			look: () => ({
				wait: dividedUp(TOKEN - ledger.balance, rate),
				state: bucketState("address", full, rate, ledger.balance, undefined),
			}),
			spend: () => {
				ledger.balance = least(ledger.balance, full) - TOKEN;
			},
			refuse: () => undefined,
			keep: () => void this.#ledgers.set(key, ledger),
		};
	}

	#credential(request: LimitRequest, now: bigint): Part {
		const credential = request.credential;
		if (!credential) throw new Error("no credential");
		const rate = BigInt(credential.policy.perMinute);
		const burst = BigInt(credential.policy.burst);
		const full = burst * TOKEN;
		const reserve = ((burst + 9n) / 10n) * TOKEN;
		const key = `credential ${credential.key}`;
		const ledger = this.#ledger(key, rate, full, now);
		const shares = (this.#shares.get(key) ?? []).filter(
			(share) => share.seen > now - MINUTE && share.seen <= now + SKEW,
		);
		if (this.#shares.has(key)) this.#shares.set(key, shares);
		const account = String(credential.account);
		const known = shares.find((share) => share.account === account);
		const share = known ?? { account, seen: now, owed: 0n, at: now };
		const active = BigInt(shares.length + (known ? 0 : 1));
		share.owed -= (now - share.at) * rate;
		share.at = now;
		const price = active * TOKEN;
		const owedMost = most(reserve, price);
		const owed = () => least(most(share.owed, 0n), owedMost);
		const look = (): Verdict => {
			const left = most(0n, least(ledger.balance, full));
			const whole = left / TOKEN;
			const wholeWait = dividedUp(TOKEN - ledger.balance, rate);
			const state = (calls: bigint) =>
				bucketState("credential", full, rate, ledger.balance, calls);
			if (active === 1n) return { wait: wholeWait, state: state(whole) };
			const above = most(0n, left - reserve) / TOKEN;
			const own = (owedMost - owed()) / price;
			const calls = above + least(whole - above, own);
			const toAbove = dividedUp(reserve + TOKEN - ledger.balance, rate);
			const toOwn = dividedUp(owed() + price - owedMost, rate);
			// A bucket of one call never holds more than its reserve.
			const shareWait = burst === 1n ? toOwn : least(toAbove, toOwn);
			const wait = most(wholeWait, shareWait);
			return { wait, state: state(calls) };
		};
		return {
			name: "credential",
			look,
			spend: () => {
				const left = least(ledger.balance, full);
				if (left - TOKEN < reserve)
					share.owed = least(owed() + price, owedMost);
				ledger.balance = left - TOKEN;
			},
			refuse: () => undefined,
			keep: () => {
				const latest = shares.reduce((seen, one) => most(seen, one.seen), now);
				share.seen = latest;
				if (!known) shares.push(share);
				this.#shares.set(key, shares);
				this.#ledgers.set(key, ledger);
			},
		};
	}

	#operation(request: LimitRequest, now: bigint): Part {
		const operation = request.operation;
		if (!operation) throw new Error("no operation");
		const key = JSON.stringify([request.credential?.key, operation.key]);
		const fresh = { opened: now - MINUTE, served: [], blockedUntil: now };
		const window: Window = this.#windows.get(key) ?? fresh;
		const block = BigInt(Math.round((operation.blockMs ?? 0) * 1000));
		window.opened = least(window.opened, now);
		window.blockedUntil = least(window.blockedUntil, now + most(MINUTE, block));
		const isOpen = () => now < window.opened + MINUTE;
		const left = () => operation.limit - (isOpen() ? window.served.length : 0);
		const look = (): Verdict => {
			const blocked = window.blockedUntil > now;
			const toEnd = most(0n, window.opened + MINUTE - now);
			const toUnblocked = most(0n, window.blockedUntil - now);
			const wait = left() > 0 ? 0n : toEnd;
			return {
				wait: blocked ? toUnblocked : wait,
				state: {
					name: "operation",
					limit: operation.limit,
					windowSeconds: 60,
					remaining: blocked ? 0 : left(),
					resetMs: Number(most(toEnd, toUnblocked)) / 1000,
				},
			};
		};
		return {
			name: "operation",
			look,
			spend: () => {
				if (!isOpen()) {
					window.opened = now;
					window.served = [];
				}
				window.served.push(now);
			},
			refuse: () => {
				if (block === 0n || window.blockedUntil > now) return;
				window.blockedUntil = most(now + block, window.opened + MINUTE);
			},
			keep: () => void this.#windows.set(key, window),
		};
	}
}

function bucketState(
	name: BucketName,
	full: bigint,
	rate: bigint,
	balance: bigint,
	calls: bigint | undefined,
): BucketState {
	const left = most(0n, least(balance, full));
	return {
		name,
		limit: Number(full / TOKEN),
		windowSeconds: Number(dividedUp(full, rate * 1_000_000n)),
		remaining: Number(calls ?? left / TOKEN),
		resetMs: Number(most(0n, full - balance) / rate) / 1000,
	};
}
