import { useState } from "react";
import type { AuditListInput } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { formatNumber } from "../../format/numbers.ts";
import { Button } from "../../kit/button.tsx";
import { Dialog } from "../../kit/dialog.tsx";
import { ErrorState } from "../../kit/error-state.tsx";
import { Progress } from "../../kit/progress.tsx";
import { type RadioCard, RadioCards } from "../../kit/radio-cards.tsx";
import { toast } from "../../kit/toast.ts";
import { listInputOf, useListSearch } from "../../list/list-search.ts";
import type { Filter } from "../../list/list-types.ts";
import { auditColumns } from "./audit-columns.tsx";
import { auditFilters } from "./audit-filters.ts";
import { type ExportFormat, spanOf } from "./read-export.ts";
import { type AuditExport, useAuditExport } from "./use-audit-export.ts";

const filters = auditFilters as readonly Filter<never>[];

const listFormats: readonly RadioCard<ExportFormat>[] = [
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
];

/** One chain is of one account. */
const signedFormat: RadioCard<ExportFormat> = {
	value: "signed",
	label: "Signed log",
	description:
		"For auditors: reeve audit verify checks it on any machine. Of all events or of a span of time; search and other filters do not apply.",
};

/** Saves the events that the list shows, all of them and not only what is in view, or the signed log they are of. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
	const { isAll, may } = useReeve();
	const { now } = useListSearch(auditColumns, filters);
	const [format, setFormat] = useState<ExportFormat>("csv");
	const task = useAuditExport();
	const wanted = listInputOf<AuditListInput>(now, filters);
	const start = async () => {
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
			description={scopeWords(format, now.isNarrowed, wanted)}
			footer={<Buttons task={task} onClose={onClose} onStart={start} />}
		>
			<RadioCards
				label="Format"
				options={
					isAll || !may("audit.export")
						? listFormats
						: [...listFormats, signedFormat]
				}
				value={format}
				onChange={setFormat}
			/>
			{task.count === undefined ? null : (
				<Progress
					label={format === "signed" ? "Reading the log" : "Reading events"}
					value={null}
					text={`${formatNumber(task.count)} so far`}
				/>
			)}
			{task.error ? <ErrorState error={task.error} /> : null}
		</Dialog>
	);
}

/** What will be in the file. */
function scopeWords(
	format: ExportFormat,
	isNarrowed: boolean,
	wanted: AuditListInput,
): string {
	if (format === "signed")
		return Object.keys(spanOf(wanted)).length > 0
			? "The log of the span of time that the list shows, up to the signature that covers it."
			: "The whole log of this account. Filter the list by time first to export a part.";
	return isNarrowed
		? "The events that match the search and filters of the list."
		: "All events of the list. Narrow it first to export less.";
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
