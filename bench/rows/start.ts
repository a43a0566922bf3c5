import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "../support/load.ts";
import { type Running, startReeve } from "../support/place.ts";
import type { Effort, Row } from "./row.ts";

const IDLE_MS = 3000;

/** From the command to the first answer, with the embedded Postgres; and what the idle server process holds. */
export async function startRows(effort: Effort): Promise<Row[]> {
	const empty: number[] = [];
	const existing: number[] = [];
	const resident: number[] = [];
	for (let round = 0; round < Math.min(3, effort.rounds); round++) {
		const root = mkdtempSync(join(tmpdir(), "reeve-bench-start-"));
		const env = { ...process.env, REEVE_DATA: root, REEVE_PORT: "0" };
		try {
			await timed(env, empty);
			const again = await timed(env, existing, async (server) => {
				await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
				resident.push(residentMb(server.pid));
			});
			void again;
		} finally {
			rmSync(root, { recursive: true, force: true });
		}
	}
	return [
		{
			name: "start on an empty directory",
			value: median(empty),
			unit: "s",
			target: 10,
			better: "less",
			detail: "command to first answer",
		},
		{
			name: "start on an existing directory",
			value: median(existing),
			unit: "s",
			target: 3,
			better: "less",
			detail: "command to first answer",
		},
		{
			name: "idle server process",
			value: median(resident),
			unit: "MB",
			target: 150,
			better: "less",
			detail: "resident, Postgres apart",
		},
	];
}

async function timed(
	env: NodeJS.ProcessEnv,
	into: number[],
	then?: (server: Running) => Promise<void>,
): Promise<void> {
	const begun = performance.now();
	const server = await startReeve(env);
	const answer = await fetch(`${server.url}/readyz`);
	if (!answer.ok)
		throw new Error(
			`the server answered ${answer.status} after it said it was ready`,
		);
	into.push((performance.now() - begun) / 1000);
	await then?.(server);
	await server.stop();
}

function residentMb(pid: number): number {
	const line = /^VmRSS:\s+(\d+) kB/m.exec(
		readFileSync(`/proc/${pid}/status`, "utf8"),
	);
	return Number(line?.[1] ?? Number.NaN) / 1024;
}
