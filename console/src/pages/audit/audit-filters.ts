import type { AuditListInput } from "../../../../generated/client.ts";
import type { Filter } from "../../list/list-types.ts";
import {
	findActors,
	findOperations,
	findTargets,
	nameOfActor,
	nameOfTarget,
} from "./audit-choices.ts";

/** Kinds of thing, as the log names them. */
const kinds = [
	"account",
	"device",
	"dns_policy",
	"endpoint",
	"grant",
	"group",
	"identity_provider",
	"key",
	"network",
	"network_resource",
	"network_router",
	"policy",
	"probe",
	"recovery_codes",
	"region",
	"registered_network",
	"second_factor",
	"session",
	"setup_key",
	"tenant",
	"user",
	"user_invite",
];

const surfaces = [
	["console", "Console"],
	["rest", "REST"],
	["netbird", "NetBird"],
	["umbrella", "Umbrella"],
	["opmanager", "OpManager"],
	["command", "Command line"],
	["system", "Server itself"],
] as const;

/** What the log can be narrowed by. */
export const auditFilters: Filter<AuditListInput>[] = [
	{ kind: "dates", name: "from", until: "to", label: "Time" },
	{
		kind: "reference",
		name: "operation",
		label: "What",
		noun: "operations",
		find: findOperations,
		named: async (_client, id) => id,
	},
	{
		kind: "reference",
		name: "actor_id",
		label: "Who",
		noun: "actors",
		find: findActors,
		named: nameOfActor,
	},
	{
		kind: "select",
		name: "target_type",
		label: "Kind",
		options: kinds.map((value) => ({ value, label: kindWords(value) })),
	},
	{
		kind: "reference",
		name: "target_id",
		label: "Of what",
		noun: "targets",
		find: findTargets,
		named: nameOfTarget,
	},
	{
		kind: "select",
		name: "outcome",
		label: "Outcome",
		options: [
			{ value: "done", label: "Done" },
			{ value: "refused", label: "Refused" },
		],
	},
	{
		kind: "boolean",
		name: "external",
		label: "External",
		yes: "By people from another account",
		no: "By this account's own people",
	},
	{
		kind: "select",
		name: "surface",
		label: "Surface",
		options: surfaces.map(([value, label]) => ({ value, label })),
	},
];

/** `setup_key` is "Setup key". */
function kindWords(kind: string): string {
	const words = kind.replaceAll("_", " ").replace(/^dns/, "DNS");
	return words.charAt(0).toUpperCase() + words.slice(1);
}
