import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { defaultDataDir } from "../db/index.ts";
import type { Presented } from "../kernel/credentials/presented.ts";
import type { Gate } from "../kernel/gate/gate.ts";
import { createLog } from "../log.ts";
import { temporaryOwnerToken } from "../modules/accounts/index.ts";
import { openKernel } from "../open-kernel.ts";
import { openStore } from "../store.ts";
import { type DemoAsk, demoCaller } from "./demo-caller.ts";
import { deviceCalls, tenantCalls } from "./demo-plan.ts";
import { furnishProvider } from "./demo-provider.ts";
import { SeededRandom } from "./demo-random.ts";
import { furnishTenant, type TenantPlaces } from "./demo-tenant.ts";
import { Progress } from "./progress.ts";
import { UsageError } from "./usage.ts";

const IN_FLIGHT = 16;
const WIDE = 1_000_000_000;

/**
 * Fills a server with a provider's day: tenants with their sites, people, computers, rules, keys and devices, through
 * the same operations and the same gate as any caller, under a token of the owner that is deleted at the end. The same
 * seed makes the same names and addresses.
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
			await fill(kernel.gate, token.presented, { tenants, devices, seed });
		} finally {
			await token.remove();
			await kernel.stop();
		}
	} finally {
		await store.close();
	}
	return 0;
}

interface Size {
	tenants: number;
	devices: number;
	seed: number;
}

async function fill(
	gate: Gate,
	presented: Presented,
	size: Size,
): Promise<void> {
	const { tenants, devices, seed } = size;
	const begun = performance.now();
	let calls = 0;
	const own = demoCaller(gate, presented);
	const ask: DemoAsk = (...call) => {
		calls++;
		return own(...call);
	};
	const progress = new Progress(2 * tenants + devices + 1);
	const tenantIds: string[] = [];
	// Tenants come one after the other, so that their ids are in the order of their names every time.
	for (const [n, { operation, input }] of tenantCalls(
		tenants,
		seed,
	).entries()) {
		const domain = isUnproven(n) ? { domain: newDomain(n) } : {};
		tenantIds.push((await ask(operation, { ...input, ...domain })).id);
		progress.step("tenants");
	}
	const places: TenantPlaces[] = [];
	await inParallel([...tenantIds.entries()], async ([n, id]) => {
		places[n] = await furnishTenant(ask, id, {
			random: new SeededRandom(seed + 2 + n),
			isCareful: n % 9 === 1,
			isRollingOut: n % 3 === 0,
		});
		progress.step("what is in them");
	});
	await inParallel(deviceCalls(tenants, devices, seed), async (call) => {
		const place = call.isProbed ? places[call.tenant] : undefined;
		const probed = place ? { probe_id: place.probeId } : {};
		const account = tenantIds[call.tenant];
		await ask(call.operation, { ...call.input, ...probed }, { account });
		progress.step("devices");
	});
	await furnishProvider(ask, tenantIds, new SeededRandom(seed + 1));
	progress.end();
	const seconds = (performance.now() - begun) / 1000;
	process.stdout.write(
		`Made ${tenants} tenants and ${devices} devices with ${calls} operations in ${seconds.toFixed(1)} s: ${Math.round(calls / seconds)} a second, each permitted, validated and audited.\n`,
	);
}

/** Some tenants wait for the proof of their domain, which nobody will give. */
function isUnproven(n: number): boolean {
	return n % 17 === 5;
}

/** A domain is taken once: another demonstration needs another. */
function newDomain(n: number): string {
	return `customer-${n + 1}-${Date.now().toString(36)}.example`;
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
