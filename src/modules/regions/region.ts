import Type, { type Static } from "typebox";
import { Id, object, Timestamp } from "../../kernel/index.ts";

export const RegionName = Type.String({
	minLength: 1,
	maxLength: 255,
	description: "Taken once in the account",
});

/** Fields that a caller sets; all may be left out of a change. */
export const regionFields = {
	name: Type.Optional(RegionName),
	description: Type.Optional(Type.String({ maxLength: 1000 })),
};

/** A place that probes and devices are gathered under. */
export const Region = object({
	id: Id,
	account_id: Id,
	name: Type.String(),
	description: Type.String(),
	probes_count: Type.Integer(),
	devices_count: Type.Integer({
		description: "Devices in the region, by themselves or through their probe",
	}),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type Region = Static<typeof Region>;

export const regionExample: Region = {
	id: "1000110",
	account_id: "1000007",
	name: "North",
	description: "",
	probes_count: 1,
	devices_count: 40,
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};
