import Type, { type Static, type TOptional, type TProperties } from "typebox";
import { nullable, object, oneOf } from "../../kernel/index.ts";
import { packageIds } from "./packages.ts";

const Email = Type.String({ format: "email", maxLength: 254 });

/** Where an account is and who looks after it. */
export const contactFields = {
	street_address: Type.String({ maxLength: 255 }),
	street_address2: Type.String({ maxLength: 255 }),
	city: Type.String({ maxLength: 255 }),
	state: Type.String({ maxLength: 50 }),
	zip_code: Type.String({ maxLength: 255 }),
	country_code: Type.String({
		pattern: "^([A-Za-z]{2,3})?$",
		description: "ISO 3166-1; empty when unknown",
	}),
	admin_emails: Type.Array(Email, { maxItems: 100 }),
};

/** What was sold to an account. */
export const licenceFields = {
	seats: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
	package_id: Type.Unsafe<number>({
		type: "integer",
		enum: packageIds,
		description: "The package sold",
	}),
	license_type: oneOf(["term", "msla"]),
	is_trial: Type.Boolean(),
	deal_id: nullable(Type.String({ minLength: 1, maxLength: 20 })),
	ccw_deal_owner_emails: Type.Array(Email, { maxItems: 100 }),
	addon_rbi: nullable(
		oneOf(["0", "1", "2", "3"], {
			description:
				"Remote browser isolation: none, risky sites, web applications, all",
		}),
	),
	addon_dlp: nullable(Type.Boolean()),
	addon_cdfw_l7: nullable(Type.Boolean()),
};

/** Ranges that are known to be the account's own; a network registered inside one is verified at once. */
export const rangeFields = {
	verified_ranges: Type.Array(
		Type.String({
			pattern: "^[0-9A-Fa-f.:]+/[0-9]{1,3}$",
			maxLength: 43,
			description: "Address range (CIDR)",
		}),
		{ maxItems: 1000 },
	),
};

export const profileFields = { ...contactFields, ...licenceFields };

const Profile = object(profileFields);
export type Profile = Static<typeof Profile>;

export const profileColumns = Object.keys(profileFields) as (keyof Profile)[];

/** The profile of an account of which nothing is known; the columns have the same defaults. */
export const emptyProfile: Profile = {
	street_address: "",
	street_address2: "",
	city: "",
	state: "",
	zip_code: "",
	country_code: "",
	admin_emails: [],
	seats: 1,
	package_id: 248,
	license_type: "term",
	is_trial: true,
	deal_id: null,
	ccw_deal_owner_emails: [],
	addon_rbi: null,
	addon_dlp: null,
	addon_cdfw_l7: null,
};

export const profileExample: Profile = {
	...emptyProfile,
	street_address: "1 Main Street",
	city: "Austin",
	state: "TX",
	zip_code: "78701",
	country_code: "US",
	admin_emails: ["it@acme.test"],
	seats: 50,
};

type Optional<P extends TProperties> = { [K in keyof P]: TOptional<P[K]> };

/** The same fields, none of them required: what an update takes. */
export function optionalFields<P extends TProperties>(fields: P): Optional<P> {
	return Object.fromEntries(
		Object.entries(fields).map(([name, schema]) => [
			name,
			Type.Optional(schema),
		]),
	) as Optional<P>;
}

/** Lays the fields that are given over those that are there. */
export function overlay<T extends object>(
	base: T,
	given: { [K in keyof T]?: T[K] | undefined },
): T {
	const result = { ...base };
	for (const name of Object.keys(base) as (keyof T)[]) {
		const value = given[name];
		if (value !== undefined) result[name] = value as T[keyof T];
	}
	return result;
}
