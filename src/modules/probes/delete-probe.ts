import Type from "typebox";
import { conflict, Id, object, operation } from "../../kernel/index.ts";
import { revokeProbeKeys } from "./probe-key.ts";
import { probes } from "./probe-store.ts";

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
		const before = await probes.getForChange(ctx, id);
		if (before.devices_count > 0)
			throw conflict(
				"probe_in_use",
				`${before.devices_count} devices are assigned to the probe.`,
				{ devices: before.devices_count },
			);
		await revokeProbeKeys(ctx, id);
		await probes.remove(ctx, id);
		ctx.audit({ target: { id, name: before.name }, before, after: null });
		return null;
	},
});
