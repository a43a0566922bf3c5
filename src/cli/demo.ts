import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { defaultDataDir } from "../db/index.ts";
import type { Gate } from "../kernel/gate/gate.ts";
import { createLog } from "../log.ts";
import {
	type TemporaryToken,
	temporaryOwnerToken,
} from "../modules/accounts/index.ts";
import { openKernel } from "../open-kernel.ts";
import { openStore } from "../store.ts";
import { contentCalls, type DemoCall, tenantCalls } from "./demo-plan.ts";
import { Progress } from "./progress.ts";
import { UsageError } from "./usage.ts";

const IN_FLIGHT = 16;
const WIDE = 1_000_000_000;

/**
 * Fills a server with a provider's day: tenants, networks, groups, setup keys and devices, through the same operations
 * and the same gate as any caller, under a token of the owner that is deleted at the end. The same seed makes the same
 * names and addresses.
 */
export async function demo(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			data: { type: "string" },
			tenants: { type: "string" },
			devices: { type: "string" },
			seed: { type: "string" },
		},
	});
	const tenants = count("--tenants", values.tenants, 40, 1);
	const devices = count("--devices", values.devices, 4000, 0);
	const seed = count("--seed", values.seed, 1, 0);
	const read = readConfig(process.env, values);
	const config = {
		...read,
		redisUrl: undefined,
		limits: {
			...read.limits,
			credentialPerMinute: WIDE,
			credentialBurst: WIDE,
			readsPerMinute: WIDE,
			writesPerMinute: WIDE,
		},
	};
	const store = await openStore({
		config,
		dataDir: config.dataDir ?? defaultDataDir(process.env, process.getuid?.()),
		log: () => undefined,
	});
	try {
		const kernel = await openKernel(store, config, createLog("error"));
		const token = await temporaryOwnerToken(
			store.database,
			store.pepper,
			"Demonstration",
		);
		try {
			await fill(kernel.gate, token, tenants, devices, seed);
		} finally {
			await token.remove();
			await kernel.stop();
		}
	} finally {
		await store.close();
	}
	return 0;
}

async function fill(
	gate: Gate,
	token: TemporaryToken,
	tenants: number,
	devices: number,
	seed: number,
): Promise<void> {
	const begun = performance.now();
	const tenantIds: string[] = [];
	const first = tenantCalls(tenants, seed);
	const rest = contentCalls(tenants, devices, seed);
	const progress = new Progress(first.length + rest.length);
	// Tenants come one after the other, so that their ids are in the order of their names every time.
	for (const call of first) {
		tenantIds.push(
			((await make(gate, token, call, undefined)) as { id: string }).id,
		);
		progress.step("tenants");
	}
	await inParallel(rest, async (call) => {
		await make(
			gate,
			token,
			call,
			call.tenant === undefined ? undefined : tenantIds[call.tenant],
		);
		progress.step(call.operation.split(".")[0] ?? "");
	});
	progress.end();
	const seconds = (performance.now() - begun) / 1000;
	const calls = first.length + rest.length;
	process.stdout.write(
		`Made ${tenants} tenants and ${devices} devices with ${calls} operations in ${seconds.toFixed(1)} s: ${Math.round(calls / seconds)} a second, each permitted, validated and audited.\n`,
	);
}

async function make(
	gate: Gate,
	token: TemporaryToken,
	call: DemoCall,
	account: string | undefined,
): Promise<unknown> {
	const operation = gate.resources.registry.get(call.operation);
	const { visit, error } = await gate.admit({
		operation,
		presented: token.presented,
		account,
		address: "127.0.0.1",
		userAgent: "reeve demo",
		requestId: "demo",
		surface: "command",
	});
	if (!visit) throw error;
	return (await visit.run(operation, call.input)).output;
}

async function inParallel<T>(
	items: readonly T[],
	work: (item: T) => Promise<void>,
): Promise<void> {
	let next = 0;
	const worker = async () => {
		while (next < items.length) await work(items[next++] as T);
	};
	await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}

function count(
	flag: string,
	text: string | undefined,
	fallback: number,
	min: number,
): number {
	if (text === undefined) return fallback;
	if (!/^\d{1,7}$/.test(text) || Number(text) < min)
		throw new UsageError(
			`${flag} must be a whole number from ${min} to 9999999`,
		);
	return Number(text);
}
