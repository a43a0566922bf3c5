/** The modules of the product, in the order the catalogue and the console show them. */
export const moduleTitles = {
	accounts: "Accounts",
	tenants: "Tenants",
	users: "Users and invitations",
	groups: "Groups",
	grants: "Grants",
	keys: "Keys and tokens",
	setup_keys: "Setup keys",
	networks: "Networks",
	policies: "Policies",
	devices: "Devices",
	endpoints: "Endpoints",
	probes: "Probes",
	regions: "Regions",
	audit: "Audit log",
	limits: "Limits",
} as const;

export type ModuleName = keyof typeof moduleTitles;

export const moduleNames = Object.keys(moduleTitles) as ModuleName[];
