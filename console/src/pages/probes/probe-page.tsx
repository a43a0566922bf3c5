import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Probe } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { Loaded } from "../../app/loaded.tsx";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";
import { Button } from "../../kit/button.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { ProbeFacts } from "./probe-facts.tsx";
import { EditProbe } from "./probe-form.tsx";
import { ProbeState } from "./probe-state.tsx";
import { RegenerateProbeKey } from "./regenerate-probe-key.tsx";

const REFRESH_MS = 30_000;
/** Somebody has just made it and waits for it to appear. */
const EXPECTING_MS = 3_000;

/** One probe. */
export function ProbePage() {
	const { client, accountParam } = useReeve();
	const { id } = useParams({ from: "/signed-in/a/$account/probes/$id" });
	const query = useQuery({
		queryKey: [accountParam, "probes", id],
		queryFn: ({ signal }) => client.probes.get({ id }, { signal }),
		refetchInterval: ({ state }) =>
			state.data?.status === "never_connected" ? EXPECTING_MS : REFRESH_MS,
	});
	const probe = query.data;
	const title = probe ? probe.display_name || probe.name : "Probe";
	const list = (
		<Link to="/a/$account/probes" params={{ account: accountParam }} />
	);
	return (
		<Page
			title={title}
			back={
				<Breadcrumbs
					items={[{ label: "Probes", render: list }, { label: title }]}
				/>
			}
			status={probe ? <ProbeState probe={probe} /> : null}
			curl={(asked) => asked.probes.get({ id })}
			actions={probe ? <Actions probe={probe} /> : null}
		>
			<Loaded query={query}>
				{(loaded) => (
					<>
						<ProbeFacts probe={loaded} />
						<ObjectHistory type="probe" id={id} />
					</>
				)}
			</Loaded>
		</Page>
	);
}

function Actions({ probe }: { probe: Probe }) {
	const { may, accountParam: account } = useReeve();
	const navigate = useNavigate();
	const [isEditing, setEditing] = useState(false);
	const { id } = probe;
	return (
		<>
			<DeleteButton
				operation="probes.delete"
				what="probe"
				name={probe.name}
				call={(client) => client.probes.delete({ id })}
				changes={["probes", "regions"]}
				leave={() =>
					navigate({ to: "/a/$account/probes", params: { account } })
				}
			>
				Its key stops working at once. It must poll no devices.
			</DeleteButton>
			<RegenerateProbeKey probe={probe} />
			{may("probes.update") ? (
				<Button onClick={() => setEditing(true)}>Edit</Button>
			) : null}
			{isEditing ? (
				<EditProbe probe={probe} onClose={() => setEditing(false)} />
			) : null}
		</>
	);
}
