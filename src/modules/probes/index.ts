import type { AnyOperation } from "../../kernel/index.ts";
import { checkInProbe } from "./check-in-probe.ts";
import { createProbe } from "./create-probe.ts";
import { deleteProbe } from "./delete-probe.ts";
import { getProbe } from "./get-probe.ts";
import { listProbes } from "./list-probes.ts";
import { regenerateProbeKey } from "./regenerate-probe-key.ts";
import { updateProbe } from "./update-probe.ts";

export const probeOperations: readonly AnyOperation[] = [
	listProbes,
	getProbe,
	createProbe,
	updateProbe,
	deleteProbe,
	regenerateProbeKey,
	checkInProbe,
];

export { ProbeNumber } from "./probe.ts";
export { probes } from "./probe-store.ts";
