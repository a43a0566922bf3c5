import { useReeve } from "../../app/reeve.tsx";
import { Section } from "../../kit/section.tsx";
import { TokenList } from "./token-list.tsx";

/** The keys that a probe signs on with: a part of that probe's page. */
export function ProbeKeys({ probeId }: { probeId: string }) {
	const { may } = useReeve();
	if (!may("keys.list")) return null;
	return (
		<Section title="Keys" description="What the probe signs on with.">
			<TokenList
				subjectId={probeId}
				kind="probe"
				label="Keys of this probe"
				empty={{
					title: "No key that you see",
					text: "Administrators see the keys of probes. Regenerate the probe's key when it has none.",
				}}
			/>
		</Section>
	);
}
