import { afterEach, expect, test, vi } from "vitest";
import { Loop } from "../../src/worker/loop.ts";
import { openLog } from "./worker-scene.ts";

afterEach(() => void vi.useRealTimers());

function open(work: () => Promise<unknown>, everyMs = 1000) {
	vi.useFakeTimers();
	const { log, lines } = openLog();
	return { loop: new Loop({ name: "test", everyMs, work, log }), lines };
}

test("work runs at its pace, and sooner when woken", async () => {
	const work = vi.fn(async () => undefined);
	const { loop } = open(work);
	loop.wake();
	await vi.advanceTimersByTimeAsync(10);
	expect(work).toHaveBeenCalledTimes(1);
	await vi.advanceTimersByTimeAsync(1000);
	expect(work).toHaveBeenCalledTimes(2);
	loop.wake(100);
	loop.wake(100);
	loop.wake(500);
	await vi.advanceTimersByTimeAsync(110);
	expect(work).toHaveBeenCalledTimes(3);
	await vi.advanceTimersByTimeAsync(900);
	expect(work).toHaveBeenCalledTimes(3);
	await vi.advanceTimersByTimeAsync(110);
	expect(work).toHaveBeenCalledTimes(4);
	await loop.stop();
});

test("work never runs twice at once, and a wake meanwhile brings another run", async () => {
	let finish = (): void => undefined;
	let atOnce = 0;
	let most = 0;
	const work = vi.fn(async () => {
		most = Math.max(most, ++atOnce);
		await new Promise<void>((resolve) => {
			finish = resolve;
		});
		atOnce--;
	});
	const { loop } = open(work);
	loop.wake();
	await vi.advanceTimersByTimeAsync(0);
	loop.wake();
	loop.wake();
	await vi.advanceTimersByTimeAsync(5000);
	expect(work).toHaveBeenCalledTimes(1);
	finish();
	await vi.advanceTimersByTimeAsync(1);
	expect(work).toHaveBeenCalledTimes(2);
	finish();
	await loop.stop();
	expect(most).toBe(1);
});

test("an outage is survived and told once, and so is its end", async () => {
	let away = true;
	const work = vi.fn(async () => {
		if (away) throw new Error("the database is away");
	});
	const { loop, lines } = open(work);
	loop.wake();
	await vi.advanceTimersByTimeAsync(10_000);
	expect(work.mock.calls.length).toBeGreaterThan(5);
	expect(lines).toHaveLength(1);
	expect(lines[0]).toContain("the database is away");
	away = false;
	await vi.advanceTimersByTimeAsync(10_000);
	expect(lines).toHaveLength(2);
	expect(lines[1]).toContain("goes on");
	await loop.stop();
});

test("slow work that failed is tried again within half a minute", async () => {
	const work = vi.fn(async () => {
		throw new Error("no");
	});
	const { loop } = open(work, 6 * 3_600_000);
	loop.wake();
	await vi.advanceTimersByTimeAsync(61_000);
	expect(work).toHaveBeenCalledTimes(3);
	await loop.stop();
});

test("a stopped loop waits for the run going on, and starts no other", async () => {
	let done = false;
	let finish = (): void => undefined;
	const work = vi.fn(async () => {
		await new Promise<void>((resolve) => {
			finish = resolve;
		});
		done = true;
	});
	const { loop } = open(work);
	loop.wake();
	await vi.advanceTimersByTimeAsync(0);
	const stopping = loop.stop().then(() => done);
	finish();
	expect(await stopping).toBe(true);
	loop.wake();
	await vi.advanceTimersByTimeAsync(10_000);
	expect(work).toHaveBeenCalledTimes(1);
});
