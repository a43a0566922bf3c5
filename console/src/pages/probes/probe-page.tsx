import { useParams } from "@tanstack/react-router";
import type { Probe } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { EditButton } from "../../app/edit-button.tsx";
import { ThingPage } from "../../app/thing-page.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { ProbeKeys } from "../keys/probe-keys.tsx";
import { ProbeFacts } from "./probe-facts.tsx";
import { EditProbe } from "./probe-form.tsx";
import { ProbeState } from "./probe-state.tsx";
import { RegenerateProbeKey } from "./regenerate-probe-key.tsx";

const REFRESH_MS = 30_000;
/** Somebody has just made it and waits for it to appear. */
const EXPECTING_MS = 3_000;

/** One probe. */
export function ProbePage() {
	const { id } = useParams({ from: "/signed-in/a/$account/probes/$id" });
	return (
		<ThingPage
			noun="probes"
			what="Probe"
			id={id}
			get={(client) => client.probes.get}
			list={{ to: "/a/$account/probes", label: "Probes" }}
			refreshMs={(probe) =>
				probe?.status === "never_connected" ? EXPECTING_MS : REFRESH_MS
			}
			title={({ display_name, name }) => display_name || name}
			status={(probe) => <ProbeState probe={probe} />}
			actions={(probe) => <Actions probe={probe} />}
		>
			{(probe) => (
				<>
					<ProbeFacts probe={probe} />
					<ProbeKeys probeId={id} />
					<ObjectHistory type="probe" id={id} />
				</>
			)}
		</ThingPage>
	);
}

function Actions({ probe }: { probe: Probe }) {
	const { id } = probe;
	return (
		<>
			<DeleteButton
				operation="probes.delete"
				what="probe"
				name={probe.name}
				call={(client) => client.probes.delete({ id })}
				changes={["probes", "regions"]}
				list="/a/$account/probes"
			>
				Its key stops working at once. It must poll no devices.
			</DeleteButton>
			<RegenerateProbeKey probe={probe} />
			<EditButton operation="probes.update">
				{(close) => <EditProbe probe={probe} onClose={close} />}
			</EditButton>
		</>
	);
}
