import Activity from "lucide-react/icons/activity";
import Bot from "lucide-react/icons/bot";
import Building2 from "lucide-react/icons/building-2";
import Gauge from "lucide-react/icons/gauge";
import Globe from "lucide-react/icons/globe";
import House from "lucide-react/icons/house";
import KeyRound from "lucide-react/icons/key-round";
import Laptop from "lucide-react/icons/laptop";
import MapPin from "lucide-react/icons/map-pin";
import Network from "lucide-react/icons/network";
import Radar from "lucide-react/icons/radar";
import Router from "lucide-react/icons/router";
import ScrollText from "lucide-react/icons/scroll-text";
import Settings from "lucide-react/icons/settings";
import ShieldCheck from "lucide-react/icons/shield-check";
import ShieldHalf from "lucide-react/icons/shield-half";
import Ticket from "lucide-react/icons/ticket";
import UserCog from "lucide-react/icons/user-cog";
import Users from "lucide-react/icons/users";
import Waypoints from "lucide-react/icons/waypoints";
import type { ComponentType } from "react";
import type { Reeve } from "./reeve.tsx";

/** A page that the navigation and the palette offer. */
export interface NavigationEntry {
	label: string;
	/** Below `/a/$account`. */
	path: string;
	icon: ComponentType<{ className?: string; "aria-hidden"?: "true" }>;
	/** Shown when the person may call this; always when left out. */
	operation?: string;
	/** Only at a provider's own account. */
	providerOnly?: boolean;
	/** Makes sense over all accounts at once. */
	overAll?: boolean;
}

export interface NavigationGroup {
	/** Empty for entries that stand alone. */
	label: string;
	entries: readonly NavigationEntry[];
}

/** All of it, in the order of the page's left side. */
export const navigation: readonly NavigationGroup[] = [
	{
		label: "",
		entries: [{ label: "Home", path: "", icon: House, overAll: true }],
	},
	{
		label: "Monitor",
		entries: [
			{
				label: "Devices",
				path: "/devices",
				icon: Router,
				operation: "devices.list",
				overAll: true,
			},
			{
				label: "Probes",
				path: "/probes",
				icon: Radar,
				operation: "probes.list",
				overAll: true,
			},
			{
				label: "Regions",
				path: "/regions",
				icon: MapPin,
				operation: "regions.list",
				overAll: true,
			},
		],
	},
	{
		label: "Access",
		entries: [
			{
				label: "Endpoints",
				path: "/endpoints",
				icon: Laptop,
				operation: "endpoints.list",
				overAll: true,
			},
			{
				label: "Setup keys",
				path: "/setup-keys",
				icon: Ticket,
				operation: "setup_keys.list",
				overAll: true,
			},
			{
				label: "Networks",
				path: "/networks",
				icon: Network,
				operation: "networks.list",
				overAll: true,
			},
			{
				label: "Policies",
				path: "/policies",
				icon: ShieldCheck,
				operation: "policies.list",
				overAll: true,
			},
			{
				label: "DNS policies",
				path: "/dns-policies",
				icon: ShieldHalf,
				operation: "dns_policies.list",
				overAll: true,
			},
			{
				label: "Registered networks",
				path: "/registered-networks",
				icon: Globe,
				operation: "registered_networks.list",
				overAll: true,
			},
		],
	},
	{
		label: "Provider",
		entries: [
			{
				label: "Tenants",
				path: "/tenants",
				icon: Building2,
				operation: "tenants.list",
				providerOnly: true,
			},
			{
				label: "Grants",
				path: "/grants",
				icon: Activity,
				operation: "grants.list",
				providerOnly: true,
			},
		],
	},
	{
		label: "People",
		entries: [
			{
				label: "Users",
				path: "/users",
				icon: Users,
				operation: "users.list",
				overAll: true,
			},
			{
				label: "Service users",
				path: "/service-users",
				icon: Bot,
				operation: "users.list",
				overAll: true,
			},
			{
				label: "Groups",
				path: "/groups",
				icon: Waypoints,
				operation: "groups.list",
				overAll: true,
			},
			{
				label: "Roles",
				path: "/roles",
				icon: UserCog,
				operation: "roles.list",
			},
		],
	},
	{
		label: "Keys",
		entries: [
			{
				label: "API keys",
				path: "/keys",
				icon: KeyRound,
				operation: "keys.list",
				overAll: true,
			},
			{
				label: "Limits",
				path: "/limits",
				icon: Gauge,
				operation: "limits.get",
			},
		],
	},
	{
		label: "",
		entries: [
			{
				label: "Audit",
				path: "/audit",
				icon: ScrollText,
				operation: "audit.list",
				overAll: true,
			},
			{
				label: "Settings",
				path: "/settings",
				icon: Settings,
				operation: "accounts.get",
			},
		],
	},
];

/** What the person may open here, among the pages that there are. Groups that have nothing to show are left out. */
export function visibleNavigation(
	reeve: Pick<Reeve, "may" | "isAll" | "account">,
	isPage: (path: string) => boolean,
): NavigationGroup[] {
	return navigation
		.map(({ label, entries }) => ({
			label,
			entries: entries.filter(
				(entry) => isPage(entry.path) && isOpen(entry, reeve),
			),
		}))
		.filter(({ entries }) => entries.length > 0);
}

function isOpen(
	{ operation, providerOnly, overAll }: NavigationEntry,
	{ may, isAll, account }: Pick<Reeve, "may" | "isAll" | "account">,
): boolean {
	if (isAll && !overAll) return false;
	if (providerOnly && account.kind !== "provider") return false;
	return operation === undefined || may(operation);
}
