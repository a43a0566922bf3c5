import { parseArgs } from "node:util";
import { credentialRows } from "./rows/credential.ts";
import { growthRows } from "./rows/growth.ts";
import { readRows } from "./rows/reads.ts";
import { type Effort, passes, type Row } from "./rows/row.ts";
import { startRows } from "./rows/start.ts";
import { writeRows } from "./rows/writes.ts";
import {
	openPlace,
	type Place,
	type Running,
	startReeve,
} from "./support/place.ts";

/** `npm run bench [-- --json] [--smoke] [--only reads,writes]`: every claim about speed, as one table from one run. */
const { values } = parseArgs({
	options: {
		json: { type: "boolean" },
		smoke: { type: "boolean" },
		only: { type: "string" },
	},
});
const effort: Effort = values.smoke
	? { seconds: 1, warmUpSeconds: 3, rounds: 1, scale: 0.01 }
	: { seconds: 4, warmUpSeconds: 4, rounds: 5, scale: 1 };

/** Groups of rows in the order they are measured: those that fill the database come last. */
const groups: Record<
	string,
	(place: Place, reeve: Running, how: Effort) => Promise<Row[]>
> = {
	reads: readRows,
	writes: (place, _reeve, how) => writeRows(place, how),
	credential: (place, _reeve, how) => credentialRows(place, how),
	growth: growthRows,
	start: (_place, _reeve, how) => startRows(how),
};

async function measure(how: Effort): Promise<Row[]> {
	const only = values.only?.split(",") ?? Object.keys(groups);
	const place = await openPlace();
	try {
		const reeve = await startReeve(place.env);
		try {
			const measured: Row[] = [];
			for (const [name, group] of Object.entries(groups))
				if (only.includes(name))
					measured.push(...(await group(place, reeve, how)));
			return measured;
		} finally {
			await reeve.stop();
		}
	} finally {
		await place.close();
	}
}

function machineRow(row: Row) {
	return {
		name: row.name,
		value: row.value,
		unit: row.unit,
		target: row.target,
		pass: passes(row),
		detail: row.detail,
	};
}

function table(all: readonly Row[]): string {
	const width = Math.max(...all.map((row) => row.name.length)) + 2;
	const lines = all.map((row) => {
		const value = `${row.value.toFixed(2)} ${row.unit}`.padStart(12);
		const target =
			`${row.better === "more" ? "≥" : "≤"} ${row.target} ${row.unit}`.padEnd(
				12,
			);
		return `${row.name.padEnd(width)}${value}   ${target}${passes(row) ? "holds" : "SHORT"}   ${row.detail}`;
	});
	return `${lines.join("\n")}\n`;
}

const rows = await measure(effort);
process.stdout.write(
	values.json
		? `${JSON.stringify({ rows: rows.map(machineRow) })}\n`
		: table(rows),
);
