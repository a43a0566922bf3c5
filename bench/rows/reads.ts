import { Registry } from "../../src/kernel/registry.ts";
import { operations } from "../../src/modules/index.ts";
import { captureStatement } from "../support/capture.ts";
import { type Rate, ratio, requestsPerSecond } from "../support/load.ts";
import { type Place, type Running, startUngated } from "../support/place.ts";
import { seedDevices } from "../support/seed.ts";
import type { Effort, Row } from "./row.ts";

/** A list of 200 and a single object under the whole gate, against the same framework and SQL without it. */
export async function readRows(
	place: Place,
	reeve: Running,
	effort: Effort,
): Promise<Row[]> {
	const { account_id: accountId, token } = place.first;
	await seedDevices(place.admin, accountId, 1000);
	const id = (
		await place.admin.query<{ id: string }>(
			"select id from devices where account_id = $1 limit 1",
			[accountId],
		)
	).rows[0]?.id as string;
	const registry = new Registry(operations);
	const ungated = await startUngated({
		connection: { ...place.engine.superuser, database: "reeve" },
		list: await captureStatement(registry.get("devices.list"), accountId, {}),
		one: await captureStatement(registry.get("devices.get"), accountId, { id }),
	});
	try {
		const headers = { authorization: `Token ${token}` };
		const gated =
			(path: string): Rate =>
			(seconds) =>
				requestsPerSecond(
					{ url: `${reeve.url}/api/v1${path}`, headers },
					seconds,
				);
		const bare =
			(path: string): Rate =>
			(seconds) =>
				requestsPerSecond({ url: ungated.url + path }, seconds);
		const list = await ratio(gated("/devices"), bare("/list"), effort);
		const one = await ratio(gated(`/devices/${id}`), bare("/one"), effort);
		return [
			row("gated list of 200 / ungated", list),
			row("gated single read / ungated", one),
		];
	} finally {
		await ungated.stop();
	}
}

export function row(
	name: string,
	measured: { ratio: number; a: number; b: number },
	unit = "/s",
): Row {
	return {
		name,
		value: measured.ratio,
		unit: "×",
		target: 0.8,
		better: "more",
		detail: `${measured.a.toFixed(0)}${unit} against ${measured.b.toFixed(0)}${unit}`,
	};
}
