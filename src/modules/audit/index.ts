import type { AnyOperation } from "../../kernel/index.ts";
import { exportAuditLog } from "./export-audit-log.ts";
import { getAuditChain } from "./get-audit-chain.ts";
import { getAuditEvent } from "./get-audit-event.ts";
import { getAuditFacets } from "./get-audit-facets.ts";
import { listAuditEvents } from "./list-audit-events.ts";
import { verifyAuditChain } from "./verify-audit-chain.ts";

export const auditOperations: readonly AnyOperation[] = [
	listAuditEvents,
	getAuditEvent,
	getAuditChain,
	getAuditFacets,
	verifyAuditChain,
	exportAuditLog,
];
