import { type Context, invalid } from "../../kernel/index.ts";
import { unknownGroup } from "../groups/index.ts";
import { hasEndpoint } from "./network-router-store.ts";

/** Who routes: one endpoint, or the endpoints of groups; never both, never neither. */
export interface Routing {
	endpointId: string | null;
	groups: readonly string[];
}

/**
 * What a call makes of the routing there was. Naming an endpoint ends the use of groups, and the other way round.
 * @throws invalid (`endpoint_and_groups`, `endpoint_or_groups`)
 */
export function mergeRouting(
	former: Routing,
	input: {
		endpoint_id?: string | null | undefined;
		groups?: string[] | undefined;
	},
): Routing {
	const { endpoint_id: endpointId, groups } = input;
	if (endpointId && groups && groups.length > 0)
		throw invalid(
			"endpoint_id",
			"endpoint_and_groups",
			"endpoint_id and groups cannot be given together",
		);
	const routing = {
		endpointId:
			endpointId === undefined && !groups?.length
				? former.endpointId
				: (endpointId ?? null),
		groups: groups ?? (endpointId ? [] : former.groups),
	};
	if (!routing.endpointId && routing.groups.length === 0)
		throw invalid(
			"endpoint_id",
			"endpoint_or_groups",
			"either endpoint_id or groups must be given",
		);
	return routing;
}

/** @throws invalid (`unknown_endpoint`, `unknown_group`) naming what is not in the account */
export async function requireRouting(
	ctx: Context,
	{ endpointId, groups }: Routing,
): Promise<void> {
	if (endpointId && !(await hasEndpoint(ctx.db, ctx.account.id, endpointId)))
		throw invalid(
			"endpoint_id",
			"unknown_endpoint",
			`endpoint_id names ${endpointId}, which is no endpoint of this account`,
			{ id: endpointId },
		);
	const unknown = await unknownGroup(ctx.db, ctx.account.id, groups);
	if (unknown === undefined) return;
	throw invalid(
		"groups",
		"unknown_group",
		`groups names ${unknown}, which is no group of this account`,
		{ id: unknown },
	);
}
