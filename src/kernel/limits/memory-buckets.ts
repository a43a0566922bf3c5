import { ActiveAccounts } from "./active-accounts.ts";
import { type BucketStates, freshStates } from "./bucket-states.ts";
import { ACTIVE_US } from "./fair-share.ts";
import { IdleMap } from "./idle-map.ts";
import type { CredentialCharge, LimitRequest } from "./limiter.ts";
import type { OperationWindow } from "./window.ts";

interface CredentialEntry {
	idleAtUs: number;
	tatUs: number;
	readonly accounts: ActiveAccounts;
	/** The credential's windows by operation id; there are only as many as the product has operations. */
	readonly windows: Map<string, WindowEntry>;
}

interface WindowEntry extends OperationWindow {
	idleAtUs: number;
}

interface AddressEntry {
	idleAtUs: number;
	tatUs: number;
}

/**
 * The buckets of one process.
 *
 * `load` hands out the states of a request in one object that is used again for the next request, and remembers the entries it found; the
 * caller stores before it loads again, which is sure because nothing in between waits.
 */
export class MemoryBuckets {
	readonly #credentials: IdleMap<CredentialEntry>;
	readonly #commonWindows: IdleMap<WindowEntry>;
	readonly #addresses: IdleMap<AddressEntry>;
	readonly #states: BucketStates = freshStates(0);
	#credential: CredentialEntry | undefined;
	#window: WindowEntry | undefined;
	#address: AddressEntry | undefined;
	#slot = "";

	constructor(keysMax: number) {
		this.#credentials = new IdleMap(keysMax);
		this.#commonWindows = new IdleMap(keysMax);
		this.#addresses = new IdleMap(keysMax);
	}

	get keyCount(): number {
		const { size } = this.#credentials;
		return size + this.#commonWindows.size + this.#addresses.size;
	}

	/** The states of the request's buckets, those never drawn on as fresh ones. Adds nothing. */
	load(request: LimitRequest, nowUs: number): BucketStates {
		this.#loadCredential(request.credential, nowUs);
		this.#loadWindow(request, nowUs);
		const { address } = request;
		this.#address =
			address === undefined ? undefined : this.#addresses.get(address.key);
		this.#states.addressTatUs = this.#address?.tatUs ?? nowUs;
		return this.#states;
	}

	#loadCredential(charge: CredentialCharge | undefined, nowUs: number): void {
		this.#credential = undefined;
		if (charge === undefined) return;
		const entry = this.#credentials.get(charge.key);
		const shared = this.#states.credential;
		const account = String(charge.account);
		this.#credential = entry;
		this.#slot = account;
		if (entry === undefined) {
			shared.tatUs = nowUs;
			shared.shareTatUs = nowUs;
			shared.activeAccounts = 1;
			return;
		}
		entry.accounts.settle(nowUs);
		this.#slot = entry.accounts.slotOf(account);
		shared.tatUs = entry.tatUs;
		shared.shareTatUs = entry.accounts.shareTatUs(this.#slot, nowUs);
		shared.activeAccounts = entry.accounts.countWith(this.#slot);
	}

	#loadWindow(request: LimitRequest, nowUs: number): void {
		this.#window = undefined;
		if (request.operation === undefined) return;
		const { key } = request.operation;
		this.#window =
			request.credential === undefined
				? this.#commonWindows.get(key)
				: this.#credential?.windows.get(key);
		const { window } = this.#states;
		window.windowEndUs = this.#window?.windowEndUs ?? nowUs;
		window.windowCount = this.#window?.windowCount ?? 0;
		window.blockedUntilUs = this.#window?.blockedUntilUs ?? nowUs;
	}

	/** Keeps the loaded states, and that the account has called. */
	store(request: LimitRequest, states: BucketStates, nowUs: number): void {
		const { credential, operation, address } = request;
		if (credential !== undefined) {
			this.#credential ??= this.#addCredential(credential.key, nowUs);
			const { accounts } = this.#credential;
			accounts.touch(this.#slot, states.credential.shareTatUs, nowUs);
		}
		if (operation !== undefined) {
			this.#window ??= this.#addWindow(operation.key, nowUs);
		}
		if (address !== undefined) {
			this.#address ??= this.#addAddress(address.key, nowUs);
		}
		this.keepSettled(states);
		this.#postponeIdle(nowUs);
	}

	/** Keeps what settling has changed in entries that are there. */
	keepSettled(states: BucketStates): void {
		if (this.#credential !== undefined) {
			this.#credential.tatUs = states.credential.tatUs;
		}
		if (this.#window !== undefined) {
			this.#window.windowEndUs = states.window.windowEndUs;
			this.#window.windowCount = states.window.windowCount;
			this.#window.blockedUntilUs = states.window.blockedUntilUs;
		}
		if (this.#address !== undefined) {
			this.#address.tatUs = states.addressTatUs;
		}
	}

	#addCredential(key: string, nowUs: number): CredentialEntry {
		const accounts = new ActiveAccounts();
		const windows = new Map<string, WindowEntry>();
		const entry = { idleAtUs: nowUs, tatUs: nowUs, accounts, windows };
		this.#credentials.add(key, entry);
		return entry;
	}

	#addWindow(key: string, nowUs: number): WindowEntry {
		const entry = {
			idleAtUs: nowUs,
			windowEndUs: nowUs,
			windowCount: 0,
			blockedUntilUs: nowUs,
		};
		if (this.#credential === undefined) this.#commonWindows.add(key, entry);
		else this.#credential.windows.set(key, entry);
		return entry;
	}

	#addAddress(key: string, nowUs: number): AddressEntry {
		const entry = { idleAtUs: nowUs, tatUs: nowUs };
		this.#addresses.add(key, entry);
		return entry;
	}

	/** An entry may be forgotten when its bucket is full, its window and block are over and its accounts are silent. */
	#postponeIdle(nowUs: number): void {
		const credential = this.#credential;
		const window = this.#window;
		const address = this.#address;
		if (window !== undefined) {
			const endUs = Math.max(window.windowEndUs, window.blockedUntilUs);
			window.idleAtUs = endUs;
			if (credential === undefined) this.#commonWindows.sweep(nowUs);
			else credential.idleAtUs = Math.max(credential.idleAtUs, endUs);
		}
		if (credential !== undefined) {
			const busyUs = Math.max(credential.tatUs, nowUs + ACTIVE_US);
			credential.idleAtUs = Math.max(credential.idleAtUs, busyUs);
			this.#credentials.sweep(nowUs);
		}
		if (address !== undefined) {
			address.idleAtUs = address.tatUs;
			this.#addresses.sweep(nowUs);
		}
	}
}
