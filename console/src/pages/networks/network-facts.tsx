import type { Network } from "../../../../generated/client.ts";
import { formatNumber } from "../../format/numbers.ts";
import { Time } from "../../format/time.tsx";
import { Card } from "../../kit/card.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";

/** What is known about a network, and what was done to it. */
export function NetworkFacts({ network }: { network: Network }) {
	return (
		<>
			<Card>
				<KeyValueList
					items={[
						{ label: "Number", value: network.id, copy: network.id },
						{
							label: "Endpoints that route",
							value: formatNumber(network.routing_endpoints_count),
						},
						{ label: "Created", value: <Time value={network.created_at} /> },
						{ label: "Changed", value: <Time value={network.updated_at} /> },
					]}
				/>
			</Card>
			<ObjectHistory type="network" id={network.id} />
		</>
	);
}
