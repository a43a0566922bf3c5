import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useReeve } from "../../app/reeve.tsx";
import { useThingLinks } from "../../app/thing-pages.ts";
import { formatNumber } from "../../format/numbers.ts";
import { countOf } from "../../format/plurals.ts";
import { ErrorState } from "../../kit/error-state.tsx";
import { Section } from "../../kit/section.tsx";
import { StatTile, StatTiles } from "../../kit/stat-tile.tsx";
import { DeviceFigures } from "./device-figures.tsx";
import type { Overview } from "./use-overview.ts";

/** How many of everything there are, and how they are. */
export function Figures({ overview }: { overview: UseQueryResult<Overview> }) {
	const { may, isAll } = useReeve();
	if (!may(isAll ? "accounts.totals" : "accounts.overview")) return null;
	if (overview.isError && !overview.data)
		return (
			<ErrorState
				error={overview.error}
				onRetry={() => void overview.refetch()}
				retrying={overview.isFetching}
			/>
		);
	return (
		<Section title="Figures">
			<StatTiles>
				<Tiles overview={overview.data} />
			</StatTiles>
		</Section>
	);
}

function Tiles({ overview }: { overview: Overview | undefined }) {
	const { devices, endpoints, users, keys } = overview ?? {};
	return (
		<>
			<Tile
				label="Devices"
				kind="device"
				value={devices?.total}
				note={devices ? <DeviceFigures devices={devices} /> : null}
			/>
			<Tile
				label="Endpoints online"
				kind="endpoint"
				value={endpoints?.online}
				note={
					endpoints &&
					`of ${formatNumber(endpoints.total)}${endpoints.waiting > 0 ? `, ${formatNumber(endpoints.waiting)} waiting` : ""}`
				}
			/>
			<Tile
				label="Users"
				kind="user"
				value={users?.people}
				note={
					users &&
					`${formatNumber(users.active)} active${users.service > 0 ? `; besides, ${countOf(users.service, "service user")}` : ""}`
				}
			/>
			<Tile
				label="API keys"
				kind="key"
				value={keys?.total}
				note={
					keys &&
					`${formatNumber(keys.active)} active, ${formatNumber(keys.expired)} expired`
				}
			/>
			<Tenants overview={overview} />
		</>
	);
}

/** Only a provider has them. */
function Tenants({ overview }: { overview: Overview | undefined }) {
	const { account, home, isAll } = useReeve();
	if ((isAll ? home : account).kind !== "provider") return null;
	if (isAll)
		return (
			<Tile
				label="Accounts"
				kind="tenant"
				at={home.id}
				value={overview?.accounts}
				note="that you may enter"
			/>
		);
	const { stats } = overview ?? {};
	return (
		<Tile
			label="Tenants"
			kind="tenant"
			value={stats?.tenants}
			note={stats && `${countOf(stats.tenant_seats, "seat")} sold`}
		/>
	);
}

/** One figure that leads to its list, where there is one that the person may see. */
function Tile({
	label,
	kind,
	value,
	note,
	at,
}: {
	label: string;
	kind: string;
	value: number | undefined;
	note: ReactNode;
	/** The account of the list, where it is another than the page's. */
	at?: string;
}) {
	const { accountParam, may } = useReeve();
	const { toList } = useThingLinks();
	const isOpen = at !== undefined || may(`${kind}s.list`);
	const link = isOpen ? toList(kind, at ?? accountParam, {}) : undefined;
	return (
		<StatTile
			label={label}
			value={value === undefined ? undefined : formatNumber(value)}
			note={note}
			{...(link ? { render: <Link {...link} /> } : {})}
		/>
	);
}
