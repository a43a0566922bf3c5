import Type from "typebox";
import {
	checkVersion,
	conflict,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import type { Probe } from "./probe.ts";
import { revokeProbeKeys } from "./probe-key.ts";
import { findProbe, lockProbe, removeProbe } from "./probe-store.ts";

export const deleteProbe = operation({
	id: "probes.delete",
	module: "probes",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/probes/{id}",
	summary: "Delete a probe that no device is assigned to, and void its key.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "probe" },
	example: { input: { id: "1000100" }, output: null },
	async handler(ctx, { id }) {
		const row = await lockProbe(ctx.db, ctx.account.id, id);
		if (!row) throw notFound("probe", id);
		checkVersion(ctx, row);
		const before = (await findProbe(
			ctx.db,
			ctx.account.id,
			id,
			ctx.now,
		)) as Probe;
		if (before.devices_count > 0)
			throw conflict(
				"probe_in_use",
				`${before.devices_count} devices are assigned to the probe.`,
				{ devices: before.devices_count },
			);
		await revokeProbeKeys(ctx, id);
		await removeProbe(ctx.db, ctx.account.id, id);
		ctx.audit({ target: { id, name: before.name }, before, after: null });
		return null;
	},
});
