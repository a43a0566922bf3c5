import fc from "fast-check";
import { expect, test } from "vitest";
import type { ChainReport } from "../../src/kernel/audit/chain-report.ts";
import { signCheckpoint } from "../../src/kernel/audit/checkpoint.ts";
import {
	eventFields,
	type StoredEvent,
} from "../../src/kernel/audit/stored-event.ts";
import { verifyChain } from "../../src/kernel/audit/verify-chain.ts";
import { newSigningKey } from "./audit-scene.ts";
import {
	type MadeChain,
	makeChain,
	sealAll,
	someEvents,
} from "./made-chain.ts";

const key = newSigningKey();
const stranger = newSigningKey();

function check({ events, seals, checkpoints }: MadeChain): ChainReport {
	return verifyChain(events, seals, checkpoints, [key.public]);
}

/** Every chain that was tampered with is found out; `tamper` gets a copy, and numbers to choose by. */
function expectFound(
	tamper: (chain: MadeChain, choice: (below: number) => number) => void,
): void {
	const choices = fc.infiniteStream(fc.nat());
	fc.assert(
		fc.property(someEvents, choices, (events, numbers) => {
			const chain = structuredClone(makeChain(events, key));
			expect(check(chain).faults).toEqual([]);
			tamper(chain, (below) => Number(numbers.next().value) % below);
			expect(check(chain).sound).toBe(false);
		}),
		{ numRuns: 40 },
	);
}

function changed(value: unknown): unknown {
	if (value === null) return "1";
	if (typeof value === "string") return `${value}x`;
	if (Array.isArray(value)) return [...value, null];
	if (typeof value === "object") return { ...value, x: 1 };
	if (typeof value === "number") return value === 0 ? 1 : -value;
	return !value;
}

test("a chain that nobody touched is whole, and signed to its end", () => {
	fc.assert(
		fc.property(someEvents, (events) => {
			expect(check(makeChain(events, key))).toEqual({
				sound: true,
				first: 1,
				last: events.length,
				signedUpTo: events.length,
				unsealed: 0,
				faults: [],
			});
		}),
	);
});

test.each(eventFields)("a changed %s is found", (field) => {
	expectFound(({ events }, choice) => {
		const event = events[choice(events.length)] as unknown as Record<
			string,
			unknown
		>;
		event[field] = changed(event[field]);
	});
});

test("a changed event is found even when all hashes after it were made again", () => {
	expectFound((chain, choice) => {
		const event = chain.events[choice(chain.events.length)] as StoredEvent;
		event.reason += "x";
		chain.seals = sealAll(chain.events);
	});
});

test("a removed row is found, with its seal and without", () => {
	expectFound(({ events }, choice) => {
		events.splice(choice(events.length), 1);
	});
	expectFound(({ events, seals }, choice) => {
		const at = choice(events.length);
		events.splice(at, 1);
		seals.splice(at, 1);
	});
	expectFound((chain, choice) => {
		chain.events.splice(choice(chain.events.length), 1);
		chain.seals = sealAll(chain.events);
	});
});

test("an inserted row is found, with a seal and without", () => {
	const forge = (events: StoredEvent[]) => ({
		...(events[0] as StoredEvent),
		id: "1",
		reason: "forged",
	});
	expectFound(({ events }) => {
		events.push(forge(events));
	});
	expectFound(({ events, seals }, choice) => {
		events.push(forge(events));
		const at = choice(seals.length);
		const hash = seals[at]?.hash as string;
		seals.splice(at, 0, { sequence: at + 1, event_id: "1", hash });
	});
	expectFound((chain, choice) => {
		const at = choice(chain.events.length);
		chain.events.splice(at, 0, forge(chain.events));
		chain.seals = sealAll(chain.events);
	});
});

test("rows in another order are found", () => {
	expectFound(({ seals }, choice) => {
		const at = choice(seals.length - 1);
		seals.splice(at, 2, ...seals.slice(at, at + 2).reverse());
	});
	expectFound((chain, choice) => {
		const at = choice(chain.events.length - 1);
		chain.events.splice(at, 2, ...chain.events.slice(at, at + 2).reverse());
		chain.seals = sealAll(chain.events);
	});
	expectFound(({ seals }, choice) => {
		const [one, two] = [seals[choice(seals.length - 1)], seals.at(-1)];
		if (!one || !two) return;
		[one.event_id, two.event_id] = [two.event_id, one.event_id];
	});
});

test("an end that was cut off below a signature is found", () => {
	expectFound(({ events, seals }, choice) => {
		const kept = choice(events.length);
		events.length = kept;
		seals.length = kept;
	});
});

test("a forged signature is found: another key's, another hash's, another account's, or bent", () => {
	expectFound(({ checkpoints, seals }) => {
		const { sequence, hash } = seals.at(-1) as (typeof seals)[number];
		const end = { account_id: "1000001", sequence, hash };
		checkpoints[1] = {
			...signCheckpoint(end, new Date(), stranger),
			key_id: key.public.id,
		};
	});
	type Checkpoint = MadeChain["checkpoints"][number];
	const bends: ((sound: Checkpoint) => Partial<Checkpoint>)[] = [
		({ hash }) => ({
			hash: hash.replace(/^./, (c) => (c === "0" ? "1" : "0")),
		}),
		({ sequence }) => ({ sequence: sequence - 1 }),
		() => ({ account_id: "1000002" }),
		({ at }) => ({ at: at.replace("2027", "2026") }),
		() => ({ key_id: stranger.public.id }),
		({ signature }) => ({ signature: `AAAA${signature.slice(4)}` }),
	];
	for (const bend of bends)
		expectFound(({ checkpoints }, choice) => {
			const checkpoint = checkpoints[choice(checkpoints.length)];
			if (checkpoint) Object.assign(checkpoint, bend(checkpoint));
		});
});

test("a signature of another account's chain does not pass for this one", () => {
	expectFound(({ checkpoints, seals }) => {
		const { sequence, hash } = seals.at(-1) as (typeof seals)[number];
		const end = { account_id: "1000002", sequence, hash };
		checkpoints.push(signCheckpoint(end, new Date(), key));
	});
});

test("a young event without a seal is counted, an old one is a fault", () => {
	const [event] = fc.sample(someEvents, 1)[0] as StoredEvent[];
	const young = { ...event, at: "2026-01-01T12:00:00.000000Z" } as StoredEvent;
	const readAt = (text: string) => ({ readAt: new Date(text) });
	expect(
		verifyChain([young], [], [], [], readAt("2026-01-01T12:01:00Z")),
	).toMatchObject({ sound: true, unsealed: 1 });
	expect(
		verifyChain([young], [], [], [], readAt("2026-01-01T12:11:00Z")),
	).toMatchObject({ sound: false, unsealed: 0 });
});
