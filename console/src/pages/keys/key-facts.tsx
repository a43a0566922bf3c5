import type { Key } from "../../../../generated/client.ts";
import { Time } from "../../format/time.tsx";
import { Badge } from "../../kit/badge.tsx";
import { Card } from "../../kit/card.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import classes from "./keys.module.css";

/** What is known about a key. Its secret is not: nobody can show it again. */
export function KeyFacts({ apiKey }: { apiKey: Key }) {
	const { user, overlap_until, regenerated_at } = apiKey;
	return (
		<Card>
			<KeyValueList
				items={[
					{
						label: "Key",
						value: <code className={classes.key}>{apiKey.masked_key}</code>,
						copy: apiKey.key,
					},
					{ label: "Type", value: <Badge>{apiKey.type}</Badge> },
					{ label: "Acts for", value: user ? nameOf(user) : "The account" },
					{
						label: "Expires",
						value: (
							<Time value={apiKey.expires_at} as="absolute" empty="Never" />
						),
					},
					{ label: "Last used", value: <LastUse apiKey={apiKey} /> },
					{ label: "Created by", value: apiKey.created_by_name },
					{ label: "Created", value: <Time value={apiKey.created_at} /> },
					regenerated_at !== null && {
						label: "Regenerated",
						value: <Time value={regenerated_at} />,
					},
					overlap_until !== null && {
						label: "Old secret works until",
						value: <Time value={overlap_until} as="absolute" />,
					},
					{ label: "Number", value: apiKey.id, copy: apiKey.id },
				]}
			/>
		</Card>
	);
}

function nameOf({ name, email, kind }: NonNullable<Key["user"]>): string {
	if (kind === "service") return `${name} (service user)`;
	return email ? `${name} (${email})` : name;
}

function LastUse({
	apiKey: { last_used_at, last_used_address },
}: {
	apiKey: Key;
}) {
	if (last_used_at === null) return "Never";
	return (
		<>
			<Time value={last_used_at} />
			{last_used_address ? ` from ${last_used_address}` : null}
		</>
	);
}
