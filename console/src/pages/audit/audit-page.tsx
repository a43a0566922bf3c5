import ScrollText from "lucide-react/icons/scroll-text";
import { useState } from "react";
import type { Audit as AuditEvent } from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Button } from "../../kit/button.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { auditColumns } from "./audit-columns.tsx";
import { AuditEventDrawer } from "./audit-event-drawer.tsx";
import { auditFilters } from "./audit-filters.ts";
import { ChainBadge } from "./chain-badge.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { QuickExternal } from "./quick-external.tsx";

const list = (client: Client) => client.audit.list;

const empty = {
	icon: <ScrollText aria-hidden="true" />,
	title: "Nothing was done yet",
	text: "Every change, every refused call and every sign-in leaves a line here.",
};

/** The audit log of an account, or of all of them. */
export function AuditPage() {
	const { isAll, may, account } = useReeve();
	const [event, setEvent] = useState<AuditEvent>();
	const [isExporting, setExporting] = useState(false);
	return (
		<Page
			title="Audit log"
			description="What was done and what was refused, by whom, from where. Lines are never changed or removed."
			status={!isAll && may("audit.verify") ? <ChainBadge /> : null}
			actions={
				<>
					{!isAll && account.kind === "tenant" ? <QuickExternal /> : null}
					<Button onClick={() => setExporting(true)}>Export</Button>
				</>
			}
		>
			<ResourceList
				noun="audit"
				label="Audit events"
				list={list}
				columns={auditColumns}
				filters={auditFilters}
				searchHint="Search name, operation or reason"
				onOpen={setEvent}
				empty={empty}
			/>
			<AuditEventDrawer event={event} onClose={() => setEvent(undefined)} />
			{isExporting ? (
				<ExportDialog onClose={() => setExporting(false)} />
			) : null}
		</Page>
	);
}
