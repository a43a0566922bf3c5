import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Tenant } from "../../../../generated/client.ts";
import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { ButtonLink } from "../../kit/button-link.tsx";
import { Section } from "../../kit/section.tsx";
import { EventLines } from "../audit/event-lines.tsx";
import { useOwnReach } from "./own-reach.ts";

const LATEST = 10;

/** The roles that read a tenant's log. */
const readers = new Set([
	"admin",
	"network_admin",
	"operator",
	"auditor",
] as string[]);

/** What the provider's people did inside of late, as the tenant's own log has it. For whoever may go in. */
export function TenantActivity({ tenant }: { tenant: Tenant }) {
	const { clientOf } = useReeve();
	const { id: account, status } = tenant;
	const reach = useOwnReach(tenant);
	const isAsked = status !== "suspended" && readers.has(reach.data ?? "");
	const query = useQuery({
		// Not under the noun of the log: what suspends the tenant has that read anew, where nobody may read it any more.
		queryKey: [account, "external_events"],
		queryFn: ({ signal }) =>
			clientOf(account).audit.list(
				{ external: true, limit: LATEST },
				{ signal },
			),
		enabled: isAsked,
		retry: false,
	});
	if (!isAsked) return null;
	const all = (
		<Link
			to="/a/$account/audit"
			params={{ account }}
			search={{ external: "true" } as never}
		/>
	);
	return (
		<Section
			title="What you and yours did inside"
			description="From the tenant's own log, where it reads it too."
			actions={<ButtonLink render={all}>Whole log</ButtonLink>}
		>
			<Loaded query={query}>
				{({ data: events }) => (
					<EventLines
						events={events}
						withTarget
						nothing="Nobody of yours did anything in it yet."
					/>
				)}
			</Loaded>
		</Section>
	);
}
