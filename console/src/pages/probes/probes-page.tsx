import { useNavigate } from "@tanstack/react-router";
import Radar from "lucide-react/icons/radar";
import { useState } from "react";
import type { ProbeCreateAnswer } from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import { Button } from "../../kit/button.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";
import { probeColumns, probeFilters, probeLink } from "./probe-columns.tsx";
import { NewProbe } from "./probe-form.tsx";
import { ProbeKeyDialog } from "./probe-key-dialog.tsx";

const list = (client: Client) => client.probes.list;
const REFRESH_MS = 30_000;

/** The probes of an account. */
export function ProbesPage() {
	const { may } = useReeve();
	const [isMaking, setMaking] = useState(false);
	const [made, setMade] = useState<ProbeCreateAnswer>();
	const deletion = useDeletion();
	const create = may("probes.create") ? (
		<Button variant="primary" onClick={() => setMaking(true)}>
			Register a probe
		</Button>
	) : null;
	return (
		<Page
			title="Probes"
			description="Small programs at your sites that poll the devices around them."
			actions={create}
		>
			{deletion.view}
			<ResourceList
				noun="probes"
				label="Probes"
				list={list}
				columns={probeColumns}
				filters={probeFilters}
				searchHint="Search name or contact"
				rowLink={probeLink}
				refreshMs={REFRESH_MS}
				bulk={deletion.bulk}
				empty={{
					icon: <Radar aria-hidden="true" />,
					title: "No probes yet",
					text: "Register one for each place whose devices you watch.",
					action: create,
				}}
			/>
			{isMaking ? (
				<NewProbe onClose={() => setMaking(false)} onMade={setMade} />
			) : null}
			{made ? (
				<MadeProbe made={made} onClose={() => setMade(undefined)} />
			) : null}
		</Page>
	);
}

function MadeProbe({
	made,
	onClose,
}: {
	made: ProbeCreateAnswer;
	onClose: () => void;
}) {
	const navigate = useNavigate();
	return (
		<ProbeKeyDialog
			title={`${made.name} is registered`}
			secret={made.key}
			onClose={() => {
				onClose();
				void navigate(probeLink(made));
			}}
		/>
	);
}

function useDeletion() {
	return useBulkRun({
		operation: "probes.delete",
		label: "Delete",
		action: (count) => `Delete ${countOf(count, "probe")}`,
		doing: "Deleting probes",
		warning:
			"Their keys stop working at once. A probe that still polls devices stays; you will see which.",
		danger: true,
		changes: ["probes", "regions"],
		call: (client, { id }, options) => client.probes.delete({ id }, options),
	});
}
