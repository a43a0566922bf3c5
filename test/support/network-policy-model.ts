import { expect } from "vitest";
import type { TestServer } from "./server.ts";

export type Step =
	| { do: "createNetwork"; name: string }
	| { do: "renameNetwork"; which: number; name: string }
	| { do: "deleteNetwork"; which: number }
	| { do: "createResource"; which: number; name: number; groups: number[] }
	| { do: "regroupResource"; which: number; name: number; groups: number[] }
	| { do: "deleteResource"; which: number }
	| { do: "createPolicy"; rules: number[][] }
	| { do: "replaceRules"; which: number; keep: number[]; rules: number[][] }
	| { do: "deletePolicy"; which: number }
	| { do: "deleteGroup"; which: number };

interface Resource {
	networkId: string;
	name: string;
	groups: string[];
}
interface Rule {
	id: string;
	destinations: string[];
}

const GROUPS = 4;
/** Few names, so that histories meet the rule that a name is taken once. */
const NAMES = 5;

/** What a reader of the product's description would expect of networks and policies, in plain collections. */
export class Model {
	private readonly networks = new Map<string, string>();
	private readonly resources = new Map<string, Resource>();
	private readonly policies = new Map<string, Rule[]>();
	private readonly server: TestServer;
	private readonly groups: string[];
	private sourceId = "";

	private constructor(server: TestServer, groups: string[]) {
		this.server = server;
		this.groups = groups;
	}

	static async start(server: TestServer): Promise<Model> {
		const model = new Model(server, []);
		model.sourceId = await model.makeGroup("source");
		for (let i = 0; i < GROUPS; i++)
			model.groups.push(await model.makeGroup(`group ${i}`));
		return model;
	}

	async apply(step: Step): Promise<void> {
		switch (step.do) {
			case "createNetwork":
				return this.createNetwork(step.name);
			case "renameNetwork":
				return this.renameNetwork(step.which, step.name);
			case "deleteNetwork":
				return this.deleteNetwork(step.which);
			case "createResource":
				return this.createResource(step);
			case "regroupResource":
				return this.regroupResource(step);
			case "deleteResource":
				return this.deleteResource(step.which);
			case "createPolicy":
				return this.createPolicy(step.rules);
			case "replaceRules":
				return this.replaceRules(step);
			case "deletePolicy":
				return this.deletePolicy(step.which);
			case "deleteGroup":
				return this.deleteGroup(step.which);
		}
	}

	/** What the server tells of everything, in the shape of `expected`. */
	async stored() {
		const [networks, resources, policies] = await Promise.all([
			this.list("networks"),
			this.list("network-resources"),
			this.list("policies"),
		]);
		return {
			networks: networks.map(({ id, name, resources, policies }) => ({
				id,
				name,
				resources,
				policies,
			})),
			resources: resources.map(({ id, network_id, name, groups }) => ({
				id,
				networkId: network_id,
				name,
				groups: idsOf(groups),
			})),
			policies: policies
				.filter(({ name }) => name !== "Default")
				.map(({ id, rules }) => ({
					id,
					rules: (rules as { id: string; destinations: [] }[]).map((rule) => ({
						id: rule.id,
						destinations: idsOf(rule.destinations),
					})),
				})),
		};
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

	async clear(): Promise<void> {
		for (const id of this.policies.keys())
			await this.done("DELETE", `/policies/${id}`);
		for (const id of this.networks.keys())
			await this.done("DELETE", `/networks/${id}`);
		for (const id of [...this.groups, this.sourceId])
			await this.done("DELETE", `/groups/${id}`);
	}

	private async createNetwork(name: string) {
		const { id } = await this.done("POST", "/networks", { name });
		this.networks.set(id, name);
	}

	private async renameNetwork(which: number, name: string) {
		const id = pick(this.networks, which);
		if (id === undefined) return;
		await this.done("PATCH", `/networks/${id}`, { name });
		this.networks.set(id, name);
	}

	private async deleteNetwork(which: number) {
		const id = pick(this.networks, which);
		if (id === undefined) return;
		await this.done("DELETE", `/networks/${id}`);
		this.networks.delete(id);
		for (const [resourceId, { networkId }] of this.resources)
			if (networkId === id) this.resources.delete(resourceId);
	}

	private async createResource(step: {
		which: number;
		name: number;
		groups: number[];
	}) {
		const networkId = pick(this.networks, step.which);
		if (networkId === undefined) return;
		const name = `resource ${step.name % NAMES}`;
		const groups = this.groupIds(step.groups);
		const body = { network_id: networkId, name, groups, address: "10.0.0.1" };
		if (this.nameTaken(name, undefined))
			return this.refused(409, "POST", "/network-resources", body);
		const { id } = await this.done("POST", "/network-resources", body);
		this.resources.set(id, { networkId, name, groups });
	}

	private async regroupResource(step: {
		which: number;
		name: number;
		groups: number[];
	}) {
		const id = pick(this.resources, step.which);
		const former = id === undefined ? undefined : this.resources.get(id);
		if (id === undefined || !former) return;
		const name = `resource ${step.name % NAMES}`;
		const groups = this.groupIds(step.groups);
		const path = `/network-resources/${id}`;
		if (this.nameTaken(name, id))
			return this.refused(409, "PATCH", path, { name, groups });
		await this.done("PATCH", path, { name, groups });
		this.resources.set(id, { ...former, name, groups });
	}

	private async deleteResource(which: number) {
		const id = pick(this.resources, which);
		if (id === undefined) return;
		await this.done("DELETE", `/network-resources/${id}`);
		this.resources.delete(id);
	}

	private async createPolicy(rules: number[][]) {
		const destinations = rules.map((rule) => this.groupIds(rule));
		const { id, rules: made } = await this.done("POST", "/policies", {
			name: "Policy",
			rules: destinations.map((groups) => this.rule(groups)),
		});
		expect(made[0].id).toBe(id);
		this.keep(id, made, destinations);
	}

	private async replaceRules(step: {
		which: number;
		keep: number[];
		rules: number[][];
	}) {
		const id = pick(this.policies, step.which);
		if (id === undefined) return;
		const former = this.policies.get(id) ?? [];
		const kept = former.filter((_, at) => step.keep.some((k) => k % 3 === at));
		const added = step.rules.map((rule) => this.groupIds(rule));
		const rules = [
			...kept.map((rule) => this.rule(rule.destinations, rule.id)),
			...added.map((groups) => this.rule(groups)),
		];
		const path = `/policies/${id}`;
		if (rules.length === 0) return this.refused(400, "PATCH", path, { rules });
		const { rules: made } = await this.done("PATCH", path, { rules });
		expect(idsOf(made).slice(0, kept.length)).toEqual(idsOf(kept));
		this.keep(id, made, [...kept.map((rule) => rule.destinations), ...added]);
	}

	private async deletePolicy(which: number) {
		const id = pick(this.policies, which);
		if (id === undefined) return;
		await this.done("DELETE", `/policies/${id}`);
		this.policies.delete(id);
	}

	/** A group goes only when neither a rule nor a resource refers to it. */
	private async deleteGroup(which: number) {
		const id = this.groups[which % GROUPS] as string;
		const rules = [...this.policies.values()].flat();
		const holders = [...this.resources.values()].map((r) => r.groups);
		const used = [...rules.map((rule) => rule.destinations), ...holders];
		if (used.some((ids) => ids.includes(id)))
			return this.refused(409, "DELETE", `/groups/${id}`);
		await this.done("DELETE", `/groups/${id}`);
		this.groups[which % GROUPS] = await this.makeGroup("again");
	}

	private keep(id: string, made: { id: string }[], destinations: string[][]) {
		expect(new Set(idsOf(made)).size).toBe(destinations.length);
		this.policies.set(
			id,
			destinations.map((groups, at) => ({
				id: made[at]?.id as string,
				destinations: groups,
			})),
		);
	}

	private rule(destinations: string[], id?: string) {
		const sides = { sources: [this.sourceId], destinations };
		const rule = { action: "accept", protocol: "all", ...sides };
		return id === undefined ? rule : { id, ...rule };
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

	private nameTaken(name: string, exceptId: string | undefined): boolean {
		return [...this.resources].some(
			([id, resource]) => id !== exceptId && resource.name === name,
		);
	}

	private groupIds(choices: readonly number[]): string[] {
		return [...new Set(choices.map((c) => this.groups[c % GROUPS] as string))];
	}

	private async makeGroup(name: string): Promise<string> {
		made++;
		return (await this.done("POST", "/groups", { name: `${name} ${made}` })).id;
	}

	// biome-ignore lint/suspicious/noExplicitAny: three nouns of three shapes.
	private async list(noun: string): Promise<any[]> {
		return (await this.call("GET", `/${noun}?limit=1000`)).json.data;
	}

	private call(method: string, path: string, body?: unknown) {
		const { token } = this.server.first;
		return this.server.call(method, `/api/v1${path}`, { token, body });
	}

	private async done(method: string, path: string, body?: unknown) {
		const answer = await this.call(method, path, body);
		expect([200, 201, 204], `${method} ${path} ${answer.text}`).toContain(
			answer.status,
		);
		return answer.json;
	}

	private async refused(
		status: number,
		method: string,
		path: string,
		body?: unknown,
	) {
		const answer = await this.call(method, path, body);
		expect(answer.status, `${method} ${path} ${answer.text}`).toBe(status);
	}
}

let made = 0;

function pick(things: ReadonlyMap<string, unknown>, which: number) {
	return [...things.keys()][which % Math.max(things.size, 1)];
}

function idsOf(things: readonly { id: string }[]): string[] {
	return things.map(({ id }) => id);
}

function sorted(ids: readonly string[]): string[] {
	return [...ids].sort((a, b) => Number(a) - Number(b));
}
