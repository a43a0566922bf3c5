import { expect } from "vitest";
import { Model } from "./network-policy-model.ts";
import type { TestServer } from "./server.ts";

type Step =
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

const GROUPS = 4;
/** Few names, so that histories meet the rule that a name is taken once. */
const NAMES = 5;

/** A history of networks and policies on a server, with the model beside it. */
export class Walk {
	private readonly model = new Model();
	private readonly server: TestServer;
	private readonly groups: string[] = [];
	private sourceId = "";

	private constructor(server: TestServer) {
		this.server = server;
	}

	static async start(server: TestServer): Promise<Walk> {
		const walk = new Walk(server);
		walk.sourceId = await walk.makeGroup("source");
		for (let i = 0; i < GROUPS; i++)
			walk.groups.push(await walk.makeGroup(`group ${i}`));
		return walk;
	}

	expected() {
		return this.model.expected();
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

	async clear(): Promise<void> {
		for (const id of this.model.policies.keys())
			await this.done("DELETE", `/policies/${id}`);
		for (const id of this.model.networks.keys())
			await this.done("DELETE", `/networks/${id}`);
		for (const id of [...this.groups, this.sourceId])
			await this.done("DELETE", `/groups/${id}`);
	}

	private async createNetwork(name: string) {
		const { id } = await this.done("POST", "/networks", { name });
		this.model.networks.set(id, name);
	}

	private async renameNetwork(which: number, name: string) {
		const id = pick(this.model.networks, which);
		if (id === undefined) return;
		await this.done("PATCH", `/networks/${id}`, { name });
		this.model.networks.set(id, name);
	}

	private async deleteNetwork(which: number) {
		const id = pick(this.model.networks, which);
		if (id === undefined) return;
		await this.done("DELETE", `/networks/${id}`);
		this.model.deleteNetwork(id);
	}

	private async createResource(step: {
		which: number;
		name: number;
		groups: number[];
	}) {
		const networkId = pick(this.model.networks, step.which);
		if (networkId === undefined) return;
		const name = `resource ${step.name % NAMES}`;
		const groups = this.groupIds(step.groups);
		const body = { network_id: networkId, name, groups, address: "10.0.0.1" };
		if (this.model.nameTaken(name, undefined))
			return this.refused(409, "POST", "/network-resources", body);
		const { id } = await this.done("POST", "/network-resources", body);
		this.model.resources.set(id, { networkId, name, groups });
	}

	private async regroupResource(step: {
		which: number;
		name: number;
		groups: number[];
	}) {
		const id = pick(this.model.resources, step.which);
		const former = id === undefined ? undefined : this.model.resources.get(id);
		if (id === undefined || !former) return;
		const name = `resource ${step.name % NAMES}`;
		const groups = this.groupIds(step.groups);
		const path = `/network-resources/${id}`;
		if (this.model.nameTaken(name, id))
			return this.refused(409, "PATCH", path, { name, groups });
		await this.done("PATCH", path, { name, groups });
		this.model.resources.set(id, { ...former, name, groups });
	}

	private async deleteResource(which: number) {
		const id = pick(this.model.resources, which);
		if (id === undefined) return;
		await this.done("DELETE", `/network-resources/${id}`);
		this.model.resources.delete(id);
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
		const id = pick(this.model.policies, step.which);
		if (id === undefined) return;
		const former = this.model.policies.get(id) ?? [];
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
		const id = pick(this.model.policies, which);
		if (id === undefined) return;
		await this.done("DELETE", `/policies/${id}`);
		this.model.policies.delete(id);
	}

	private async deleteGroup(which: number) {
		const id = this.groups[which % GROUPS] as string;
		if (this.model.refersTo(id))
			return this.refused(409, "DELETE", `/groups/${id}`);
		await this.done("DELETE", `/groups/${id}`);
		this.groups[which % GROUPS] = await this.makeGroup("again");
	}

	private keep(id: string, made: { id: string }[], destinations: string[][]) {
		expect(new Set(idsOf(made)).size).toBe(destinations.length);
		this.model.policies.set(
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
