/**
 * Which cached answers are still true. Every change of rights bumps the epoch of the account it happened in; an
 * answer stamped before that is void. Reading takes a stamp first and the data after, so an answer read while a
 * change was on its way can never outlive it.
 */
export class Epochs {
	private current = 0;
	private voidBefore = 0;
	private readonly bumpedAt = new Map<string, number>();

	/** Take it before reading what will be cached. */
	stamp(): number {
		return this.current;
	}

	/** Whether what was read under `stamp` still holds for every account it speaks of. */
	holds(stamp: number, accountIds: readonly string[]): boolean {
		if (stamp < this.voidBefore) return false;
		for (const id of accountIds) {
			const bumped = this.bumpedAt.get(id);
			if (bumped !== undefined && bumped > stamp) return false;
		}
		return true;
	}

	bump(accountId: string): void {
		this.bumpedAt.set(accountId, ++this.current);
		// Forgetting single accounts is safe as long as everything older is void.
		if (this.bumpedAt.size > 100_000) this.voidAll();
	}

	/** After news may have been missed, nothing cached is trusted. */
	voidAll(): void {
		this.voidBefore = ++this.current;
		this.bumpedAt.clear();
	}
}
