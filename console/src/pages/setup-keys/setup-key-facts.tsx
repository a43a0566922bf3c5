import { Link } from "@tanstack/react-router";
import type { SetupKey } from "../../../../generated/client.ts";
import { Time } from "../../format/time.tsx";
import { Card } from "../../kit/card.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { GroupNames } from "../groups/group-names.tsx";
import {
	SetupKeyState,
	setupKeyStates,
	setupKeyTypes,
	usesOf,
} from "./setup-key-state.tsx";

/** What is known about a setup key. */
export function SetupKeyFacts({ setupKey }: { setupKey: SetupKey }) {
	const { account_id: account, id, state } = setupKey;
	return (
		<Card>
			<KeyValueList
				items={[
					{ label: "State", value: <SetupKeyState setupKey={setupKey} /> },
					{ label: "That means", value: setupKeyStates[state].meaning },
					{ label: "Key", value: <code>{setupKey.masked_key}</code> },
					{ label: "Type", value: setupKeyTypes[setupKey.type] },
					{ label: "Used", value: usesOf(setupKey) },
					{
						label: "Enrolled with it",
						value: (
							<Link
								to="/a/$account/endpoints"
								params={{ account }}
								search={{ setup_key_id: id } as never}
							>
								Show the endpoints
							</Link>
						),
					},
					{
						label: "Groups joined",
						value: (
							<GroupNames ids={setupKey.groups} none="All, and no other" />
						),
					},
					{
						label: "Expires",
						value: <Time value={setupKey.expires_at} empty="Never" />,
					},
					{
						label: "Last used",
						value: <Time value={setupKey.last_used_at} empty="Never" />,
					},
					{
						label: "Silent machines",
						value: setupKey.ephemeral ? "Are removed" : "Stay",
					},
					{
						label: "Further DNS labels",
						value: setupKey.allow_extra_dns_labels ? "Allowed" : "Not allowed",
					},
					{ label: "Made by", value: setupKey.created_by_name },
					{ label: "Made", value: <Time value={setupKey.created_at} /> },
					{ label: "Number", value: id, copy: id },
				]}
			/>
		</Card>
	);
}
