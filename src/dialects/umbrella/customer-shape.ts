import {
	boolean,
	choice,
	emails,
	integer,
	optional,
	type Reader,
	readFields,
	text,
} from "./fields.ts";
import { bool, date, int, listOf, shapeOf, str } from "./schemas.ts";
import { wireDate } from "./wire-date.ts";

/** A tenant as `tenants.get` answers it, as far as this wire shows it. */
export interface TenantRow {
	id: string;
	name: string;
	status: string;
	seats: number;
	street_address: string;
	street_address2: string;
	city: string;
	state: string;
	zip_code: string;
	country_code: string;
	admin_emails: string[];
	package_id: number;
	package_name: string;
	license_type: string;
	is_trial: boolean;
	deal_id: string | null;
	ccw_deal_owner_emails: string[];
	addon_rbi: string | null;
	addon_dlp: boolean | null;
	addon_cdfw_l7: boolean | null;
	created_at: string;
	updated_at: string;
}

/** How one kind of provider sees and writes its customers. */
export interface CustomerShape {
	toWire(tenant: TenantRow): object;
	/** A body as input of `tenants.create`. @throws invalid */
	readNew(body: Record<string, unknown>): Record<string, unknown>;
	/** A body as input of `tenants.update`. @throws invalid */
	readChange(body: Record<string, unknown>): Record<string, unknown>;
	schema: object;
	newSchema: object;
	changeSchema: object;
	newExample: object;
	changeExample: object;
	example: object;
}

const name = { type: "string", minLength: 1, maxLength: 255 };
const seats = { type: "integer", minimum: 1 };

const mspFields = { customerName: text(1, 255), seats: integer(1) };
const readMsp: CustomerShape["readNew"] = (body) => {
	const { customerName, seats } = readFields(body, mspFields);
	return { name: customerName, seats };
};

/** An MSP knows a customer by its name and its seats, and nothing else. */
export const mspCustomer: CustomerShape = {
	toWire: ({ id, name: customerName, seats }) => ({
		customerId: Number(id),
		customerName,
		seats,
	}),
	readNew: readMsp,
	readChange: readMsp,
	schema: shapeOf({ customerId: int, customerName: str, seats: int }),
	newSchema: shapeOf({ customerName: name, seats }),
	changeSchema: shapeOf({ customerName: name, seats }),
	newExample: { customerName: "Acme", seats: 50 },
	changeExample: { customerName: "Acme", seats: 60 },
	example: { customerId: 1000007, customerName: "Acme", seats: 50 },
};

const LETTERS = {
	pattern: /^[A-Za-z]{2}$/,
	why: "must be two letters (ISO 3166-1)",
};

const changeFields = {
	customerName: text(1, 255),
	seats: integer(1),
	streetAddress: text(1, 255),
	streetAddress2: optional(text(0, 255)),
	city: text(1, 255),
	state: optional(text(0, 50)),
	countryCode: text(2, 2, LETTERS),
	zipCode: optional(text(0, 255)),
	packageId: integer(1),
	dealId: optional(text(0, 20)),
	adminEmails: emails,
	ccwDealOwnerEmails: optional(emails),
	addonRbi: optional(choice(["0", "1", "2", "3"])),
	addonDlp: optional(boolean),
	addonCdfwL7: optional(boolean),
} satisfies Record<string, Reader<unknown>>;

const licence = optional(choice(["term", "msla"]));
const newFields = {
	...changeFields,
	customerType: licence,
	licenseType: licence,
	isTrial: optional(boolean),
};

function toProfile(fields: ReturnType<typeof readChangeFields>) {
	const { customerName, dealId } = fields;
	return withoutAbsent({
		name: customerName,
		seats: fields.seats,
		street_address: fields.streetAddress,
		street_address2: fields.streetAddress2,
		city: fields.city,
		state: fields.state,
		country_code: fields.countryCode.toUpperCase(),
		zip_code: fields.zipCode,
		package_id: fields.packageId,
		deal_id: dealId === "" ? null : dealId,
		admin_emails: fields.adminEmails,
		ccw_deal_owner_emails: fields.ccwDealOwnerEmails,
		addon_rbi: fields.addonRbi,
		addon_dlp: fields.addonDlp,
		addon_cdfw_l7: fields.addonCdfwL7,
	});
}

const readChangeFields = (body: Record<string, unknown>) =>
	readFields(body, changeFields);

function withoutAbsent(fields: Record<string, unknown>) {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== undefined),
	);
}

function serviceProviderWire(tenant: TenantRow): object {
	return withoutAbsent({
		customerId: Number(tenant.id),
		customerName: tenant.name,
		customerType: tenant.license_type,
		licenseType: tenant.license_type,
		isTrial: tenant.is_trial,
		packageName: tenant.package_name,
		packageId: tenant.package_id,
		seats: tenant.seats,
		streetAddress: tenant.street_address,
		streetAddress2: tenant.street_address2,
		city: tenant.city,
		state: tenant.state,
		countryCode: tenant.country_code,
		zipCode: tenant.zip_code,
		dealId: tenant.deal_id ?? undefined,
		adminEmails: tenant.admin_emails,
		ccwDealOwnerEmails: tenant.ccw_deal_owner_emails,
		addonRbi: tenant.addon_rbi ?? undefined,
		addonDlp: tenant.addon_dlp ?? undefined,
		addonCdfwL7: tenant.addon_cdfw_l7 ?? undefined,
		createdAt: wireDate(tenant.created_at),
		modifiedAt: wireDate(tenant.updated_at),
	});
}

const changeSchemas = {
	customerName: name,
	seats,
	streetAddress: name,
	"streetAddress2?": str,
	city: name,
	"state?": str,
	countryCode: { type: "string", minLength: 2, maxLength: 2 },
	"zipCode?": str,
	packageId: int,
	"dealId?": str,
	adminEmails: listOf({ type: "string", format: "email" }),
	"ccwDealOwnerEmails?": listOf({ type: "string", format: "email" }),
	"addonRbi?": { type: "string", enum: ["0", "1", "2", "3"] },
	"addonDlp?": bool,
	"addonCdfwL7?": bool,
};
const licenceSchema = { type: "string", enum: ["term", "msla"] };

const changeExample = {
	customerName: "Acme",
	seats: 50,
	streetAddress: "1 Main St",
	city: "Austin",
	state: "TX",
	countryCode: "US",
	zipCode: "78701",
	packageId: 248,
	adminEmails: ["it@acme.test"],
};
const newExample = { ...changeExample, licenseType: "term" };

/** A service provider (ISP, MSSP, partner) also keeps the address, the package and the people. */
export const serviceProviderCustomer: CustomerShape = {
	toWire: serviceProviderWire,
	readNew(body) {
		const fields = readFields(body, newFields);
		const { licenseType, customerType, isTrial } = fields;
		return withoutAbsent({
			...toProfile(fields),
			license_type: licenseType ?? customerType,
			is_trial: isTrial,
		});
	},
	readChange: (body) => toProfile(readChangeFields(body)),
	schema: shapeOf({
		customerId: int,
		customerType: licenceSchema,
		licenseType: licenceSchema,
		isTrial: bool,
		packageName: str,
		...changeSchemas,
		createdAt: date,
		modifiedAt: date,
	}),
	newSchema: shapeOf({
		...changeSchemas,
		"licenseType?": licenceSchema,
		"customerType?": licenceSchema,
		"isTrial?": bool,
	}),
	changeSchema: shapeOf(changeSchemas),
	newExample,
	changeExample,
	example: {
		customerId: 1000007,
		...newExample,
		customerType: "term",
		isTrial: true,
		packageName: "Umbrella DNS Security Advantage",
		ccwDealOwnerEmails: [],
		createdAt: "2026-01-05T09:00:00.000Z",
		modifiedAt: "2026-01-05T09:00:00.000Z",
	},
};
