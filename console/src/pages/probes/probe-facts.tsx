import { Link } from "@tanstack/react-router";
import type { Probe } from "../../../../generated/client.ts";
import { countOf } from "../../format/plurals.ts";
import { Time } from "../../format/time.tsx";
import { Card } from "../../kit/card.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { RegionLink } from "../regions/region-link.tsx";
import { ProbeState, probeMeaning } from "./probe-state.tsx";

/** What is known about a probe. */
export function ProbeFacts({ probe }: { probe: Probe }) {
	const { account_id: account, id, region_id: region } = probe;
	const heard = probe.last_contact_at;
	const devices = (
		<Link
			to="/a/$account/devices"
			params={{ account }}
			search={{ probe_id: id } as never}
		>
			{countOf(probe.devices_count, "device")}
		</Link>
	);
	return (
		<Card>
			<KeyValueList
				items={[
					{ label: "State", value: <ProbeState probe={probe} /> },
					{ label: "That means", value: probeMeaning(probe) },
					{
						label: "Last heard of",
						value: heard ? <Time value={heard} /> : "Never",
					},
					{ label: "Polls", value: devices },
					{
						label: "Region",
						value: region ? <RegionLink account={account} id={region} /> : null,
					},
					{ label: "Number", value: probe.number, copy: String(probe.number) },
					{ label: "Id", value: id, copy: id },
					{ label: "Name", value: probe.name },
					{ label: "Address", value: probe.address },
					{ label: "Platform", value: probe.platform },
					{ label: "Program", value: probe.agent_version },
					{ label: "Contact", value: contactOf(probe) },
					{ label: "Time zone", value: probe.timezone },
					{ label: "Registered", value: <Time value={probe.created_at} /> },
					{ label: "Changed", value: <Time value={probe.updated_at} /> },
				]}
			/>
		</Card>
	);
}

function contactOf({ contact_person, contact_email }: Probe): string {
	return [contact_person, contact_email].filter(Boolean).join(", ");
}
