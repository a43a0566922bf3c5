import { type Context, conflict, invalid } from "../../kernel/index.ts";
import { holdRegion, regionNameTaken } from "./region-store.ts";

/** @throws conflict (`region_exists`) */
export async function requireFreeRegionName(
	ctx: Context,
	name: string | undefined,
	exceptId: string | null,
): Promise<void> {
	if (name === undefined) return;
	if (await regionNameTaken(ctx.db, ctx.account.id, name, exceptId))
		throw conflict("region_exists", `A region named ${name} exists already.`, {
			field: "name",
			name,
		});
}

/** For what is to be put in a region. @throws invalid (`unknown_region`) */
export async function requireRegion(
	ctx: Context,
	regionId: string | null | undefined,
): Promise<void> {
	if (!regionId || (await holdRegion(ctx.db, ctx.account.id, regionId))) return;
	throw invalid(
		"region_id",
		"unknown_region",
		`region_id names ${regionId}, which is no region of this account`,
		{ id: regionId },
	);
}
