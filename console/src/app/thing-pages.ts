import { type LinkProps, useRouter } from "@tanstack/react-router";
import { useCallback } from "react";
import type { SearchParams } from "./search-params.ts";

/** Where the things of a kind are: their list, and one of them. Below `/a/$account`. */
interface ThingPages {
	list: string;
	one?: string;
}

/** By the word of the audit log; a page that does not exist yet is no link. */
const pages: Record<string, ThingPages> = {
	device: { list: "/devices", one: "/devices/$id" },
	dns_policy: { list: "/dns-policies", one: "/dns-policies/$id" },
	endpoint: { list: "/endpoints", one: "/endpoints/$id" },
	grant: { list: "/grants" },
	group: { list: "/groups", one: "/groups/$id" },
	identity_provider: { list: "/settings/sign-in" },
	key: { list: "/keys", one: "/keys/$id" },
	limit: { list: "/limits", one: "/keys/$id" },
	network: { list: "/networks", one: "/networks/$id" },
	policy: { list: "/policies", one: "/policies/$id" },
	probe: { list: "/probes", one: "/probes/$id" },
	region: { list: "/regions", one: "/regions/$id" },
	registered_network: {
		list: "/registered-networks",
		one: "/registered-networks/$id",
	},
	setup_key: { list: "/setup-keys", one: "/setup-keys/$id" },
	tenant: { list: "/tenants", one: "/tenants/$id" },
	user: { list: "/users", one: "/users/$id" },
	user_invite: { list: "/invitations" },
	event: { list: "/audit", one: "/audit/$id" },
};

/** The kind of thing that an operation lists. */
const listed: Record<string, string> = {
	"audit.list": "event",
	"devices.list": "device",
	"dns_policies.list": "dns_policy",
	"endpoints.list": "endpoint",
	"groups.list": "group",
	"keys.list": "key",
	"limits.list": "limit",
	"networks.list": "network",
	"policies.list": "policy",
	"probes.list": "probe",
	"regions.list": "region",
	"setup_keys.list": "setup_key",
	"tenants.list": "tenant",
	"user_invites.list": "user_invite",
	"users.list": "user",
};

/** The kind of thing that an operation such as `devices.list` lists. */
export function kindListedBy(operation: string): string {
	return listed[operation] ?? "";
}

/** Links to the pages of things, as far as there are such pages. */
export function useThingLinks() {
	const { routesByPath } = useRouter();
	const linkTo = useCallback(
		(
			path: string | undefined,
			params: Record<string, string>,
			search?: SearchParams,
		): LinkProps | undefined => {
			const to = `/a/$account${path}`;
			if (path === undefined || !Object.hasOwn(routesByPath, to))
				return undefined;
			return { to, params, ...(search ? { search } : {}) } as LinkProps;
		},
		[routesByPath],
	);
	return {
		/** To the page of one thing in its account. */
		toThing: (kind: string, account: string, id: string) =>
			linkTo(pages[kind]?.one, { account, id }),
		/** To the list of a kind, narrowed as the search says. */
		toList: (kind: string, account: string, search: SearchParams) =>
			linkTo(pages[kind]?.list, { account }, search),
	};
}
