import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Endpoint } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { Loaded } from "../../app/loaded.tsx";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";
import { Button } from "../../kit/button.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { AppliedPolicies } from "../dns-policies/applied-policies.tsx";
import { EditEndpoint } from "./edit-endpoint.tsx";
import { EndpointFacts } from "./endpoint-facts.tsx";
import { EndpointStatus } from "./endpoint-status.tsx";

const REFRESH_MS = 30_000;

/** One endpoint. */
export function EndpointPage() {
	const { client, accountParam } = useReeve();
	const { id } = useParams({ from: "/signed-in/a/$account/endpoints/$id" });
	const query = useQuery({
		queryKey: [accountParam, "endpoints", id],
		queryFn: ({ signal }) => client.endpoints.get({ id }, { signal }),
		refetchInterval: REFRESH_MS,
	});
	const endpoint = query.data;
	const title = endpoint?.name ?? "Endpoint";
	const list = (
		<Link to="/a/$account/endpoints" params={{ account: accountParam }} />
	);
	return (
		<Page
			title={title}
			back={
				<Breadcrumbs
					items={[{ label: "Endpoints", render: list }, { label: title }]}
				/>
			}
			status={endpoint ? <EndpointStatus endpoint={endpoint} /> : null}
			curl={(asked) => asked.endpoints.get({ id })}
			actions={endpoint ? <Actions endpoint={endpoint} /> : null}
		>
			<Loaded query={query}>
				{(loaded) => (
					<>
						<EndpointFacts endpoint={loaded} />
						<AppliedPolicies originId={id} />
						<ObjectHistory type="endpoint" id={id} />
					</>
				)}
			</Loaded>
		</Page>
	);
}

function Actions({ endpoint }: { endpoint: Endpoint }) {
	const { may, accountParam: account } = useReeve();
	const navigate = useNavigate();
	const [isEditing, setEditing] = useState(false);
	const { id, name } = endpoint;
	return (
		<>
			<DeleteButton
				operation="endpoints.delete"
				what="endpoint"
				name={name}
				call={(client) => client.endpoints.delete({ id })}
				changes={["endpoints", "groups"]}
				leave={() =>
					navigate({ to: "/a/$account/endpoints", params: { account } })
				}
			>
				It loses its address and reaches nothing any more. It must route into no
				network.
			</DeleteButton>
			{may("endpoints.update") ? (
				<Button onClick={() => setEditing(true)}>Edit</Button>
			) : null}
			<Approve endpoint={endpoint} />
			{isEditing ? (
				<EditEndpoint endpoint={endpoint} onClose={() => setEditing(false)} />
			) : null}
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
