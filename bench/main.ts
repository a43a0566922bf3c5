import { parseArgs } from "node:util";
import { credentialRows } from "./rows/credential.ts";
import { growthRows } from "./rows/growth.ts";
import { readRows } from "./rows/reads.ts";
import { type Effort, passes, type Row } from "./rows/row.ts";
import { startRows } from "./rows/start.ts";
import { writeRows } from "./rows/writes.ts";
import { openPlace, startReeve } from "./support/place.ts";

/** `npm run bench [-- --json] [-- --smoke]`: every claim about speed, as one table from one run. */
const { values } = parseArgs({
	options: { json: { type: "boolean" }, smoke: { type: "boolean" } },
});
const effort: Effort = values.smoke
	? { seconds: 1, rounds: 1, scale: 0.01 }
	: { seconds: 4, rounds: 5, scale: 1 };

const rows = await measure(effort);
process.stdout.write(
	values.json
		? `${JSON.stringify({ rows: rows.map(machineRow) })}\n`
		: table(rows),
);

async function measure(how: Effort): Promise<Row[]> {
	const place = await openPlace();
	try {
		const started = await startReeve(place.env);
		try {
			const reads = await readRows(place, started, how);
			const writes = await writeRows(place, how);
			const credential = await credentialRows(place, how);
			const growth = await growthRows(place, started, how);
			return [
				...reads,
				...writes,
				...credential,
				...growth,
				...(await startRows(how)),
			];
		} finally {
			await started.stop();
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
