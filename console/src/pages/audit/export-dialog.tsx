import { useState } from "react";
import type { AuditListInput } from "../../../../generated/client.ts";
import { formatNumber } from "../../format/numbers.ts";
import { Button } from "../../kit/button.tsx";
import { Dialog } from "../../kit/dialog.tsx";
import { ErrorState } from "../../kit/error-state.tsx";
import { Progress } from "../../kit/progress.tsx";
import { RadioCards } from "../../kit/radio-cards.tsx";
import { toast } from "../../kit/toast.ts";
import { listInputOf, useListSearch } from "../../list/list-search.ts";
import type { Filter } from "../../list/list-types.ts";
import { auditColumns } from "./audit-columns.tsx";
import { auditFilters } from "./audit-filters.ts";
import type { ExportFormat } from "./export-lines.ts";
import { type AuditExport, useAuditExport } from "./use-audit-export.ts";

const filters = auditFilters as readonly Filter<never>[];

const formats = [
	{
		value: "csv",
		label: "CSV",
		description: "For spreadsheets: a row an event, before and after as JSON.",
	},
	{
		value: "jsonl",
		label: "JSON lines",
		description: "For programs: an event a line, whole.",
	},
] as const;

/** Saves the events that the list shows, all of them and not only what is in view. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
	const { now } = useListSearch(auditColumns, filters);
	const [format, setFormat] = useState<ExportFormat>("csv");
	const task = useAuditExport();
	const start = async () => {
		const wanted = listInputOf<AuditListInput>(now, filters);
		if (!(await task.run(format, wanted))) return;
		toast.success("Exported", {
			description: "The file is among your downloads.",
		});
		onClose();
	};
	return (
		<Dialog
			open
			onClose={onClose}
			title="Export the audit log"
			description={
				now.isNarrowed
					? "The events that match the search and filters of the list."
					: "All events of the list. Narrow it first to export less."
			}
			footer={<Buttons task={task} onClose={onClose} onStart={start} />}
		>
			<RadioCards
				label="Format"
				options={formats}
				value={format}
				onChange={setFormat}
			/>
			{task.count === undefined ? null : (
				<Progress
					label="Reading events"
					value={null}
					text={`${formatNumber(task.count)} so far`}
				/>
			)}
			{task.error ? <ErrorState error={task.error} /> : null}
		</Dialog>
	);
}

function Buttons(props: {
	task: AuditExport;
	onClose: () => void;
	onStart: () => void;
}) {
	const isRunning = props.task.count !== undefined;
	return (
		<>
			<Button onClick={isRunning ? props.task.stop : props.onClose}>
				{isRunning ? "Stop" : "Cancel"}
			</Button>
			<Button variant="primary" pending={isRunning} onClick={props.onStart}>
				Export
			</Button>
		</>
	);
}
