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
	sign_in: "Sign-in and sessions",
} as const;

export type ModuleName = keyof typeof moduleTitles;

/** The modules that a role or a key may have: how a person signs in is that person's own. */
export const moduleNames: readonly ModuleName[] = (
	Object.keys(moduleTitles) as ModuleName[]
).filter((name) => name !== "sign_in");
