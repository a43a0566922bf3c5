import { readConfig } from "../../src/config.ts";
import { readPresented } from "../../src/kernel/credentials/presented.ts";
import type { Gate } from "../../src/kernel/gate/gate.ts";
import type { AnyOperation } from "../../src/kernel/operation.ts";
import { createLog } from "../../src/log.ts";
import { openKernel } from "../../src/open-kernel.ts";
import { openStore } from "../../src/store.ts";
import { type Rate, ratio } from "../support/load.ts";
import type { Place } from "../support/place.ts";
import { row } from "./reads.ts";
import type { Effort, Row } from "./row.ts";

const IN_FLIGHT = 16;

/** A write with its audit row, against the same write through the same gate with no row. */
export async function writeRows(place: Place, effort: Effort): Promise<Row[]> {
	const config = readConfig(place.env);
	const store = await openStore({
		config,
		dataDir: place.dataDir,
		log: () => undefined,
	});
	const kernel = await openKernel(store, config, createLog("silent"));
	try {
		const create = kernel.resources.registry.get("groups.create");
		const unaudited: AnyOperation = { ...create, quiet: true };
		const writes =
			(operation: AnyOperation): Rate =>
			(seconds) =>
				writesPerSecond(kernel.gate, operation, place.first.token, seconds);
		return [
			row(
				"write with audit / write alone",
				await ratio(writes(create), writes(unaudited), effort),
			),
		];
	} finally {
		await kernel.stop();
		await store.close();
	}
}

let written = 0;

async function writesPerSecond(
	gate: Gate,
	operation: AnyOperation,
	token: string,
	seconds: number,
): Promise<number> {
	const begun = performance.now();
	const until = begun + seconds * 1000;
	let done = 0;
	const worker = async () => {
		while (performance.now() < until) {
			const { visit, error } = await gate.admit({
				operation,
				presented: readPresented(`Token ${token}`, undefined),
				account: undefined,
				address: "127.0.0.1",
				userAgent: "bench",
				requestId: "bench",
				surface: "rest",
			});
			if (!visit) throw error;
			await visit.run(operation, { name: `group ${written++}` });
			done++;
		}
	};
	await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
	return done / ((performance.now() - begun) / 1000);
}
