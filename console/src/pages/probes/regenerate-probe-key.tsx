import { useState } from "react";
import type { Probe } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { Button } from "../../kit/button.tsx";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { ProbeKeyDialog } from "./probe-key-dialog.tsx";

/** Voids the key of a probe and shows a new one. */
export function RegenerateProbeKey({ probe }: { probe: Probe }) {
	const { may } = useReeve();
	const { id, name } = probe;
	const [isAsking, setAsking] = useState(false);
	const [secret, setSecret] = useState<string>();
	const write = useWrite({
		call: async ({ client }) => {
			const { key } = await client.probes.regenerateKey({ id });
			setSecret(key);
		},
		changes: ["probes", "audit"],
		quiet: true,
	});
	if (!may("probes.regenerate_key")) return null;
	return (
		<>
			<Button onClick={() => setAsking(true)}>Regenerate key</Button>
			<ConfirmDialog
				open={isAsking}
				onClose={() => setAsking(false)}
				title={`Regenerate the key of “${name}”?`}
				action="Regenerate key"
				onConfirm={() => write.mutateAsync(undefined)}
			>
				The key it has now stops working at once: the probe is silent until it
				gets the new one.
			</ConfirmDialog>
			{secret === undefined ? null : (
				<ProbeKeyDialog
					title={`New key of ${name}`}
					secret={secret}
					onClose={() => setSecret(undefined)}
				/>
			)}
		</>
	);
}
