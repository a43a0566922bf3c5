import type { AnyOperation } from "../../kernel/index.ts";
import { getAuditChain } from "./get-audit-chain.ts";
import { getAuditEvent } from "./get-audit-event.ts";
import { listAuditEvents } from "./list-audit-events.ts";

export const auditOperations: readonly AnyOperation[] = [
	listAuditEvents,
	getAuditEvent,
	getAuditChain,
];
