import type { SetUp } from "../../test/support/reeve-process.ts";
import type { Picture } from "./camera.ts";

/** What is pictured: each page at the provider or in its first tenant, and some of them dark or narrow. */
export async function pagesOf(url: string, setUp: SetUp): Promise<Picture[]> {
	const api = caller(url, setUp.token);
	// The demonstration asks nobody for a second factor, so that the pictures can be taken by password alone.
	await api("PATCH", "/account", {
		settings: { tenant_reach_mfa_enabled: false },
	});
	const provider = `/a/${setUp.account_id}`;
	const [first] = await rows(api, "/tenants");
	const tenant = `/a/${first?.id}`;
	const inTenant = (noun: string) => rows(api, `/${noun}`, first?.id);
	const one = async (noun: string) =>
		`${tenant}/${noun}/${(await inTenant(noun))[0]?.id}`;
	const [key] = await rows(api, "/keys");
	return [
		{ name: "sign-in", path: "/sign-in", signedOut: true },
		{ name: "home", path: provider },
		{ name: "home-dark", path: provider, theme: "dark" },
		{ name: "home-narrow", path: provider, narrow: true },
		{ name: "home-tenant", path: tenant },
		{ name: "tenants", path: `${provider}/tenants` },
		{ name: "tenant", path: `${provider}/tenants/${first?.id}` },
		{ name: "groups", path: `${provider}/groups` },
		{ name: "grants", path: `${provider}/grants` },
		{ name: "users", path: `${provider}/users` },
		{ name: "service-users", path: `${provider}/service-users` },
		{ name: "roles", path: `${provider}/roles` },
		{ name: "keys", path: `${provider}/keys` },
		{ name: "keys-dark", path: `${provider}/keys`, theme: "dark" },
		{ name: "keys-narrow", path: `${provider}/keys`, narrow: true },
		{ name: "key-new", path: `${provider}/keys/new` },
		{ name: "key", path: `${provider}/keys/${key?.id}` },
		{ name: "limits", path: `${provider}/limits` },
		{ name: "audit", path: `${provider}/audit` },
		{ name: "audit-event", path: `${tenant}/audit`, prepare: openFirstRow },
		{ name: "devices", path: "/a/all/devices" },
		{ name: "devices-dark", path: `${tenant}/devices`, theme: "dark" },
		{ name: "device", path: await one("devices") },
		{ name: "endpoints", path: `${tenant}/endpoints` },
		{ name: "setup-keys", path: `${tenant}/setup-keys` },
		{ name: "networks", path: `${tenant}/networks` },
		{ name: "policies", path: `${tenant}/policies` },
		{ name: "dns-policies", path: `${tenant}/dns-policies` },
		{ name: "registered-networks", path: `${tenant}/registered-networks` },
		{ name: "probes", path: `${tenant}/probes` },
		{ name: "regions", path: `${tenant}/regions` },
		{ name: "settings", path: `${provider}/settings` },
		{ name: "profile", path: "/profile/sign-in" },
	];
}

const openFirstRow: Picture["prepare"] = async (page) => {
	await page.getByRole("row").nth(1).click();
	await page.getByRole("dialog").waitFor();
};

type Api = ReturnType<typeof caller>;

function caller(url: string, token: string) {
	return async (method: string, path: string, body?: unknown) => {
		const answer = await fetch(`${url}/api/v1${path}`, {
			method,
			headers: {
				authorization: `Bearer ${token}`,
				...(body ? { "content-type": "application/json" } : {}),
			},
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		return (await answer.json()) as { data?: { id: string }[] };
	};
}

async function rows(api: Api, path: string, account?: string) {
	const query = account === undefined ? "" : `?account=${account}`;
	return (await api("GET", `${path}${query}`)).data ?? [];
}
