import { raw } from "../../db/index.ts";
import type { AttentionKind, Severity } from "./attention-item.ts";
import type { AttentionRule } from "./attention-rule.ts";
import { tableRule } from "./table-rule.ts";

/** Devices on one step of the severity ladder; the conditions are those of the index over devices in alarm. */
function inAlarm(
	kind: AttentionKind,
	severity: Severity,
	status: number,
): AttentionRule {
	return tableRule({
		kind,
		severity,
		operation: "devices.list",
		filter: () => ({ status: [status], suppressed: false }),
		from: raw("devices t"),
		where: () => raw(`t.status = ${status} and not t.suppressed`),
		name: "coalesce(nullif(t.display_name, ''), t.name)",
		since: "t.status_at",
	});
}

export const deviceRules: readonly AttentionRule[] = [
	inAlarm("devices_critical", "critical", 1),
	inAlarm("devices_trouble", "warning", 2),
	inAlarm("devices_service_down", "warning", 4),
	inAlarm("devices_attention", "notice", 3),
];

export const endpointRules: readonly AttentionRule[] = [
	tableRule({
		kind: "endpoints_waiting",
		severity: "warning",
		operation: "endpoints.list",
		filter: () => ({ approval_required: true }),
		from: raw("endpoints t"),
		where: () => raw("t.approval_required"),
		name: "t.name",
		since: "t.created_at",
	}),
];
