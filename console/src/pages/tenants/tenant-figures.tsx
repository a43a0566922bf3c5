import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { Tenant } from "../../../../generated/client.ts";
import { formatNumber } from "../../format/numbers.ts";
import { countOf } from "../../format/plurals.ts";
import { Time } from "../../format/time.tsx";
import { ErrorState } from "../../kit/error-state.tsx";
import { StatTile, StatTiles } from "../../kit/stat-tile.tsx";
import { AlarmCounts, alarmsTotal } from "./alarms.tsx";
import { useOwnReach } from "./own-reach.ts";
import { useTenantCounts } from "./tenant-counts.ts";

/** What a tenant holds and how it is; each figure leads to its list inside, where one may go in. */
export function TenantFigures({ tenant }: { tenant: Tenant }) {
	const { data, isError, error, refetch } = useTenantCounts(tenant);
	const reach = useOwnReach(tenant);
	const { id: account, seats } = tenant;
	const mayGoIn = Boolean(reach.data) && tenant.status !== "suspended";
	const inside = (link: ReactElement<Record<string, unknown>>) =>
		mayGoIn ? { render: link } : {};
	if (isError)
		return <ErrorState error={error} onRetry={() => void refetch()} />;
	return (
		<StatTiles>
			<StatTile
				label="Alarms"
				value={data && formatNumber(alarmsTotal(data.alarms))}
				note={data ? <AlarmCounts alarms={data.alarms} /> : null}
				{...inside(<Link to="/a/$account/devices" params={{ account }} />)}
			/>
			<StatTile
				label="Devices"
				value={data && formatNumber(data.devices)}
				{...inside(<Link to="/a/$account/devices" params={{ account }} />)}
			/>
			<StatTile
				label="Endpoints"
				value={data && formatNumber(data.endpoints)}
				note={data ? `${formatNumber(data.endpoints_online)} online` : null}
			/>
			<StatTile
				label="People"
				value={data && formatNumber(data.users)}
				note={`${countOf(seats, "seat")} sold`}
				{...inside(<Link to="/a/$account/users" params={{ account }} />)}
			/>
			<StatTile
				label="Last activity"
				value={data && <Time value={data.last_activity_at} empty="None" />}
			/>
		</StatTiles>
	);
}
