import { readConfig } from "../../src/config.ts";
import { readPresented } from "../../src/kernel/credentials/presented.ts";
import { createLog } from "../../src/log.ts";
import { openKernel } from "../../src/open-kernel.ts";
import { openStore } from "../../src/store.ts";
import { median } from "../support/load.ts";
import type { Place } from "../support/place.ts";
import type { Effort, Row } from "./row.ts";

const CALLS = 20_000;

/** CPU of parsing, checking, placing, charging and permitting a call whose credential is warm: no query, no I/O. */
export async function credentialRows(
	place: Place,
	effort: Effort,
): Promise<Row[]> {
	const config = readConfig(place.env);
	const store = await openStore({
		config,
		dataDir: place.dataDir,
		log: () => undefined,
	});
	const kernel = await openKernel(store, config, createLog("silent"));
	try {
		const operation = kernel.resources.registry.get("groups.list");
		const header = `Token ${place.first.token}`;
		const rounds: number[] = [];
		for (let round = 0; round <= effort.rounds; round++) {
			const before = process.cpuUsage();
			for (let call = 0; call < CALLS; call++) {
				const { visit } = await kernel.gate.admit({
					operation,
					presented: readPresented(header, undefined),
					account: undefined,
					address: "127.0.0.1",
					userAgent: "bench",
					requestId: "bench",
					surface: "rest",
				});
				if (!visit?.may("groups.list"))
					throw new Error("the bench credential was refused");
			}
			const { user, system } = process.cpuUsage(before);
			if (round > 0) rounds.push((user + system) / CALLS);
		}
		return [
			{
				name: "warm credential check, limits, permit",
				value: median(rounds),
				unit: "µs",
				target: 25,
				better: "less",
				detail: "CPU a call, no query",
			},
		];
	} finally {
		await kernel.stop();
		await store.close();
	}
}
