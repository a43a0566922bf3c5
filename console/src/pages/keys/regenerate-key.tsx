import { useState } from "react";
import type { Key } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { useForm } from "../../form/use-form.ts";
import { Time } from "../../format/time.tsx";
import { RadioCards } from "../../kit/radio-cards.tsx";
import { type IssuedKey, takeSecret } from "./issued-key.ts";
import { SecretDialog } from "./secret-dialog.tsx";

const HOUR_MS = 3_600_000;

/** How long the old secret goes on working beside the new one. */
const overlaps = [
	{
		value: "0",
		label: "Ends at once",
		description: "For a secret that somebody else may have seen.",
	},
	{ value: "1", label: "Works for one more hour" },
	{ value: "24", label: "Works for one more day" },
	{
		value: "168",
		label: "Works for one more week",
		description: "Time to bring the new one to every program.",
	},
] as const;

type Overlap = (typeof overlaps)[number]["value"];

/** Gives a key a new id and secret (promise U4), and shows them once. Mounted when it opens. */
export function RegenerateKey({
	apiKey,
	onClose,
}: {
	apiKey: Key;
	onClose: () => void;
}) {
	const { clientOf } = useReeve();
	const [issued, setIssued] = useState<IssuedKey>();
	const form = useForm<{ overlap: Overlap }, IssuedKey>({
		initial: { overlap: "0" },
		pointers: { overlap: "/overlap_until" },
		version: apiKey.version,
		submit: async ({ overlap }, options) => {
			const hours = Number(overlap);
			const until = new Date(Date.now() + hours * HOUR_MS).toISOString();
			const answer = await clientOf(apiKey.account_id).keys.regenerate(
				{ id: apiKey.id, ...(hours > 0 ? { overlap_until: until } : {}) },
				options.ifMatch === undefined ? {} : { ifMatch: options.ifMatch },
			);
			return takeSecret(answer);
		},
		changes: ["keys"],
		onDone: setIssued,
	});
	if (issued)
		return (
			<SecretDialog
				issued={issued}
				title={`“${apiKey.name}” has a new secret`}
				onClose={onClose}
			>
				<OldSecret until={issued.key.overlap_until} />
			</SecretDialog>
		);
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={`Regenerate “${apiKey.name}”?`}
			description="It gets a new id and secret; name, access and expiry stay."
			action="Regenerate"
			danger={form.values.overlap === "0"}
		>
			<RadioCards
				label="The old secret"
				options={overlaps}
				{...form.field("overlap")}
			/>
		</FormDialog>
	);
}

function OldSecret({ until }: { until: string | null }) {
	if (until === null) return <p>The old secret no longer works.</p>;
	return (
		<p>
			The old secret works until <Time value={until} as="absolute" />.
		</p>
	);
}
