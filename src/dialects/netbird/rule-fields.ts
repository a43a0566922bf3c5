import { type Fields, unreadable } from "./fields.ts";
import type { Target } from "./policy-shape.ts";
import { Refusal } from "./refusal.ts";
import { isId } from "./wire.ts";

/** A rule as the core takes it. */
export interface RuleInput {
	id?: string;
	name: string;
	description: string;
	enabled: boolean;
	action: string;
	bidirectional: boolean;
	protocol: string;
	ports: number[];
	port_ranges: { start: number; end: number }[];
	authorized_groups?: Record<string, string[]>;
	sources?: string[];
	source_resource?: Target;
	destinations?: string[];
	destination_resource?: Target;
}

/** Reads one rule, held to what the vendor checks and in its order. @throws Refusal */
export function readRule(fields: Fields): RuleInput {
	const sides = {
		...readSide(fields, "source"),
		...readSide(fields, "destination"),
	};
	if (
		!(sides.sources || sides.source_resource) ||
		!(sides.destinations || sides.destination_resource)
	)
		throw new Refusal(
			422,
			"specify either sources or source resources and destinations or destination resources",
		);
	const action = oneOf(
		fields.text("action"),
		["accept", "drop"],
		() => "unknown action type",
	);
	const protocol = oneOf(
		fields.text("protocol"),
		["all", "tcp", "udp", "icmp", "netbird-ssh"],
		(given) => `unknown protocol type: ${given}`,
	);
	const id = fields.text("id");
	return {
		...(id === "" ? {} : { id }),
		name: fields.text("name"),
		description: fields.text("description"),
		enabled: fields.flag("enabled"),
		action,
		bidirectional: fields.flag("bidirectional"),
		protocol,
		...readPorts(fields, protocol),
		...readAuthorized(fields, protocol, sides.sources ?? []),
		...sides,
	};
}

function oneOf(
	given: string,
	known: readonly string[],
	refusal: (given: string) => string,
): string {
	if (!known.includes(given)) throw new Refusal(422, refusal(given));
	return given;
}

type Sides = Pick<
	RuleInput,
	"sources" | "source_resource" | "destinations" | "destination_resource"
>;

/** A side is a list of groups, which may be empty, or one resource. Ids that no group can have name nothing. */
function readSide(fields: Fields, side: "source" | "destination"): Sides {
	const groups = fields.texts(`${side}s`);
	const resource = fields.object(`${side}Resource`);
	if (groups && resource)
		throw new Refusal(
			422,
			`specify either ${side}s or  ${side} resources, not both`,
		);
	if (groups) return { [`${side}s`]: groups.filter(isId) };
	return resource ? { [`${side}_resource`]: readTarget(resource) } : {};
}

function readTarget(fields: Fields): Target {
	const id = fields.text("id");
	const type = fields.text("type");
	if (!isId(id)) throw new Refusal(422, `resource not found: ${id}`);
	return { id, type: type === "peer" ? "endpoint" : type };
}

/** The vendor sends ports as texts. */
function readPorts(
	fields: Fields,
	protocol: string,
): Pick<RuleInput, "ports" | "port_ranges"> {
	const ports = fields.texts("ports") ?? [];
	const ranges = (fields.objects("port_ranges") ?? []).map((range) => ({
		start: range.integer("start"),
		end: range.integer("end"),
	}));
	if (ports.length > 0 && ranges.length > 0)
		throw new Refusal(
			422,
			"specify either individual ports or port ranges, not both",
		);
	const numbers = ports.map((port) =>
		/^\d{1,5}$/.test(port) ? Number(port) : 0,
	);
	const all = [...numbers, ...ranges.flatMap(({ start, end }) => [start, end])];
	if (all.some((port) => port < 1 || port > 65_535))
		throw new Refusal(422, "valid port value is in 1..65535 range");
	if ((protocol === "all" || protocol === "icmp") && all.length > 0)
		throw new Refusal(422, "for all or icmp protocol ports is not allowed");
	return { ports: numbers, port_ranges: ranges };
}

function readAuthorized(
	fields: Fields,
	protocol: string,
	sources: readonly string[],
): Pick<RuleInput, "authorized_groups"> {
	const authorized = fields.textLists("authorized_groups");
	if (!authorized) return {};
	if (Object.keys(authorized).some((id) => !isId(id))) throw unreadable();
	if (
		protocol === "netbird-ssh" &&
		Object.keys(authorized).length > 0 &&
		sources.some((id) => !Object.hasOwn(authorized, id))
	)
		throw new Refusal(
			422,
			"authorized group for netbird-ssh protocol should be specified for each source group",
		);
	return { authorized_groups: authorized };
}
