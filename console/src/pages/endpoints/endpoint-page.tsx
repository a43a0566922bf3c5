import { useParams } from "@tanstack/react-router";
import type { Endpoint } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { EditButton } from "../../app/edit-button.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { ThingPage } from "../../app/thing-page.tsx";
import { useWrite } from "../../app/use-write.ts";
import { Button } from "../../kit/button.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { AppliedPolicies } from "../dns-policies/applied-policies.tsx";
import { EditEndpoint } from "./edit-endpoint.tsx";
import { EndpointFacts } from "./endpoint-facts.tsx";
import { EndpointStatus } from "./endpoint-status.tsx";

const REFRESH_MS = 30_000;

/** One endpoint. */
export function EndpointPage() {
	const { id } = useParams({ from: "/signed-in/a/$account/endpoints/$id" });
	return (
		<ThingPage
			noun="endpoints"
			what="Endpoint"
			id={id}
			get={(client) => client.endpoints.get}
			list={{ to: "/a/$account/endpoints", label: "Endpoints" }}
			refreshMs={REFRESH_MS}
			status={(endpoint) => <EndpointStatus endpoint={endpoint} />}
			actions={(endpoint) => <Actions endpoint={endpoint} />}
		>
			{(endpoint) => (
				<>
					<EndpointFacts endpoint={endpoint} />
					<AppliedPolicies originId={id} />
					<ObjectHistory type="endpoint" id={id} />
				</>
			)}
		</ThingPage>
	);
}

function Actions({ endpoint }: { endpoint: Endpoint }) {
	const { id, name } = endpoint;
	return (
		<>
			<DeleteButton
				operation="endpoints.delete"
				what="endpoint"
				name={name}
				call={(client) => client.endpoints.delete({ id })}
				changes={["endpoints", "groups"]}
				list="/a/$account/endpoints"
			>
				It loses its address and reaches nothing any more. It must route into no
				network.
			</DeleteButton>
			<EditButton operation="endpoints.update">
				{(close) => <EditEndpoint endpoint={endpoint} onClose={close} />}
			</EditButton>
			<Approve endpoint={endpoint} />
		</>
	);
}

function Approve({ endpoint }: { endpoint: Endpoint }) {
	const { may } = useReeve();
	const { id, name, version, approval_required: isWaiting } = endpoint;
	const write = useWrite({
		call: ({ client }) =>
			client.endpoints.update(
				{ id, approval_required: false },
				{ ifMatch: version },
			),
		changes: ["endpoints", "audit"],
		done: `${name} is approved`,
	});
	if (!isWaiting || !may("endpoints.update")) return null;
	return (
		<Button
			variant="primary"
			pending={write.isPending}
			onClick={() => write.mutate(undefined)}
		>
			Approve
		</Button>
	);
}
