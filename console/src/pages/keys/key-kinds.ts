import type { Key } from "../../../../generated/client.ts";
import type { Reeve } from "../../app/reeve.tsx";

export type KeyKind = Key["kind"];

/** What a kind of key is for, as the page that makes one says it. */
export interface KindWords {
	label: string;
	description: string;
}

export const kindWords: Record<KeyKind, KindWords> = {
	api: {
		label: "API key (Custom)",
		description: "For scripts and integrations. Acts for you.",
	},
	mcp: {
		label: "MCP key",
		description: "For an AI assistant that speaks MCP. Acts for you.",
	},
	personal: {
		label: "Personal token",
		description: "For the command line and NetBird's tools. Acts for you.",
	},
	service: {
		label: "Service token",
		description: "For a program with a user of its own. Acts for that user.",
	},
	organization: {
		label: "Organization key",
		description:
			"A key and a secret for an Umbrella API. Belongs to the account.",
	},
	network_device: {
		label: "Network-device token",
		description: "One token for older network devices. Belongs to the account.",
	},
	probe: {
		label: "Probe key",
		description: "Lets a probe sign on and report. Belongs to the account.",
	},
};

export const keyKinds = Object.keys(kindWords) as KeyKind[];

/** Kinds that act for the person who makes them. They live in that person's own account alone. */
const ofOneself: readonly KeyKind[] = ["api", "mcp", "personal"];

/** Whether a key of this kind acts for a user, so that its access is chosen. */
export function actsForUser(kind: KeyKind): boolean {
	return kind === "service" || ofOneself.includes(kind);
}

/** The kinds that somebody may make in the account of the page. */
export function kindsToMake(
	reeve: Pick<Reeve, "may" | "isExternal" | "isAll" | "whoami">,
): KeyKind[] {
	if (reeve.isAll || !reeve.may("keys.create")) return [];
	const isAdministrator = isAdministratorHere(reeve);
	return keyKinds.filter((kind) =>
		ofOneself.includes(kind) ? !reeve.isExternal : isAdministrator,
	);
}

/** Owners and administrators keep the keys that belong to no person. */
export function isAdministratorHere({
	whoami,
}: Pick<Reeve, "whoami">): boolean {
	return whoami.role === "owner" || whoami.role === "admin";
}

/** The APIs that an organization's key may open, in the words of the page that makes one. */
export const organizationApis = [
	{
		value: "umbrella_management",
		label: "Umbrella Management",
		description: "Networks, roaming computers, users and customers.",
	},
	{
		value: "umbrella_network_devices",
		label: "Umbrella Network Devices",
		description: "Network devices and the policies applied to them.",
	},
] as const;

export type OrganizationApi = (typeof organizationApis)[number]["value"];
