interface Resource {
	networkId: string;
	name: string;
	groups: string[];
}
interface Rule {
	id: string;
	destinations: string[];
}

/** What a reader of the product's description would expect of networks and policies, in plain collections. */
export class Model {
	readonly networks = new Map<string, string>();
	readonly resources = new Map<string, Resource>();
	readonly policies = new Map<string, Rule[]>();

	/** What is in it goes with a network. */
	deleteNetwork(id: string): void {
		this.networks.delete(id);
		for (const [resourceId, { networkId }] of this.resources)
			if (networkId === id) this.resources.delete(resourceId);
	}

	nameTaken(name: string, exceptId: string | undefined): boolean {
		return [...this.resources].some(
			([id, resource]) => id !== exceptId && resource.name === name,
		);
	}

	/** A group goes only when neither a rule nor a resource refers to it. */
	refersTo(groupId: string): boolean {
		const rules = [...this.policies.values()].flat();
		const holders = [...this.resources.values()].map((r) => r.groups);
		const used = [...rules.map((rule) => rule.destinations), ...holders];
		return used.some((ids) => ids.includes(groupId));
	}

	expected() {
		return {
			networks: [...this.networks].map(([id, name]) => ({
				id,
				name,
				resources: this.resourcesOf(id),
				policies: this.policiesLeadingTo(id),
			})),
			resources: [...this.resources].map(([id, resource]) => ({
				id,
				...resource,
				groups: sorted(resource.groups),
			})),
			policies: [...this.policies].map(([id, rules]) => ({ id, rules })),
		};
	}

	private resourcesOf(networkId: string): string[] {
		const mine = [...this.resources].filter(
			([, r]) => r.networkId === networkId,
		);
		return sorted(mine.map(([id]) => id));
	}

	private policiesLeadingTo(networkId: string): string[] {
		const held = new Set(
			this.resourcesOf(networkId).flatMap(
				(id) => this.resources.get(id)?.groups ?? [],
			),
		);
		const leading = [...this.policies].filter(([, rules]) =>
			rules.some((rule) => rule.destinations.some((id) => held.has(id))),
		);
		return sorted(leading.map(([id]) => id));
	}
}

/** Ids in the order in which they were given. */
function sorted(ids: readonly string[]): string[] {
	return [...ids].sort((a, b) => Number(a) - Number(b));
}
