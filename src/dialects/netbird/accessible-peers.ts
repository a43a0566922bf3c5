import type { Endpoint } from "./peer-shape.ts";
import type { Policy, PolicyRule } from "./policy-shape.ts";

/**
 * The peers that some rule lets a peer talk to, or that it lets talk to the peer: each needs to know the other,
 * whichever of them may begin.
 */
export function accessiblePeers(
	self: Endpoint,
	all: readonly Endpoint[],
	policies: readonly Policy[],
): Endpoint[] {
	const rules = policies
		.filter(({ enabled }) => enabled)
		.flatMap((policy) => policy.rules)
		.filter(({ enabled, action }) => enabled && action === "accept")
		.map(toSides);
	return all.filter(
		(other) =>
			other.id !== self.id &&
			rules.some(
				({ source, destination }) =>
					(source(self) && destination(other)) ||
					(source(other) && destination(self)),
			),
	);
}

type Side = (endpoint: Endpoint) => boolean;

function toSides(rule: PolicyRule): { source: Side; destination: Side } {
	return {
		source: sideOf(rule.sources, rule.source_resource),
		destination: sideOf(rule.destinations, rule.destination_resource),
	};
}

function sideOf(
	groups: PolicyRule["sources"],
	resource: PolicyRule["source_resource"],
): Side {
	const ids = new Set(groups.map(({ id }) => id));
	return (endpoint) =>
		resource?.type === "endpoint"
			? resource.id === endpoint.id
			: endpoint.groups.some(({ id }) => ids.has(id));
}
