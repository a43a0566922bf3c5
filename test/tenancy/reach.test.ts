import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { roleNames } from "../../src/kernel/index.ts";
import { addPerson, type Person } from "../support/provider.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { type GrantableRole, ReachModel } from "./reach-model.ts";

const PEOPLE = 3;
const GROUPS = 3;

let server: TestServer;
let people: Person[];
let groups: string[];

const call = (
	method: string,
	path: string,
	body?: unknown,
	as = server.first.token,
) =>
	server.call(method, `/api/v1${path}`, {
		token: as,
		...(body === undefined ? {} : { body }),
	});

beforeAll(async () => {
	server = await startTestServer();
	people = [];
	groups = [];
	for (let i = 0; i < PEOPLE; i++)
		people.push(await addPerson(server, server.first.accountId, "user"));
	for (let i = 0; i < GROUPS; i++)
		groups.push(
			(await call("POST", "/groups", { name: `Group ${i}` })).json.id,
		);
});
afterAll(() => server.stop());

const group = fc.nat(GROUPS - 1);
const role = fc.constantFrom(
	...roleNames.filter((name): name is GrantableRole => name !== "owner"),
);
const grants = fc.uniqueArray(fc.tuple(group, role), {
	selector: ([of]) => of,
	maxLength: GROUPS,
});
/** Taken modulo the tenants that are left. */
const tenant = fc.nat(7);

const step = fc.oneof(
	fc.record({ do: fc.constant("create" as const), grants }),
	fc.record({ do: fc.constant("replace" as const), tenant, grants }),
	fc.record({ do: fc.constant("grant" as const), tenant, group, role }),
	fc.record({ do: fc.constant("ungrant" as const), tenant, group }),
	fc.record({
		do: fc.constant("members" as const),
		group,
		users: fc.uniqueArray(fc.nat(PEOPLE - 1)),
	}),
	fc.record({ do: fc.constant("suspend" as const), tenant }),
	fc.record({ do: fc.constant("resume" as const), tenant }),
	fc.record({ do: fc.constant("delete" as const), tenant }),
	fc.record({ do: fc.constant("unlink" as const), tenant }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** One history: what the server is told, the model is told too. */
class History {
	readonly model = new ReachModel();
	readonly ids: string[] = [];

	/** Everybody reaches something at first, so that most steps take something away or give something more. */
	private async begin(): Promise<void> {
		for (let i = 0; i < GROUPS; i++)
			await this.setMembers(i, [i % PEOPLE, (i + 1) % PEOPLE]);
		await this.create([
			[0, "admin"],
			[1, "auditor"],
		]);
		await this.create([
			[1, "operator"],
			[2, "user"],
		]);
		await this.compare();
	}

	async play(steps: readonly Step[]): Promise<void> {
		await this.begin();
		for (const step of steps) {
			await this.take(step);
			await this.compare();
		}
		await this.compareViews();
	}

	private async take(step: Step): Promise<void> {
		if (step.do === "create") return this.create(step.grants);
		if (step.do === "members") return this.setMembers(step.group, step.users);
		const living = this.ids.flatMap((_, index) =>
			this.model.tenants[index]?.state === "gone" ? [] : [index],
		);
		const index = living[step.tenant % living.length];
		if (index === undefined) return;
		const known = this.model.tenants[index] as ReachModel["tenants"][0];
		await this.change(step, this.ids[index] as string, known);
	}

	private async create(grants: [number, GrantableRole][]): Promise<void> {
		const body = { name: `Tenant ${this.ids.length}`, groups: named(grants) };
		this.ids.push((await call("POST", "/tenants", body)).json.id);
		this.model.tenants.push({ state: "open", grants: new Map(grants) });
	}

	private async setMembers(
		group: number,
		users: readonly number[],
	): Promise<void> {
		const ids = users.map((user) => people[user]?.userId);
		const answer = await call("PATCH", `/groups/${groups[group]}`, {
			users: ids,
		});
		expect(answer.status).toBe(200);
		this.model.setMembers(group, users);
	}

	private async change(
		step: Exclude<Step, { do: "create" | "members" }>,
		id: string,
		known: ReachModel["tenants"][0],
	): Promise<void> {
		switch (step.do) {
			case "replace":
				await call("PATCH", `/tenants/${id}`, { groups: named(step.grants) });
				known.grants = new Map(step.grants);
				break;
			case "grant":
				await grantOrChange(id, step.group, step.role);
				known.grants.set(step.group, step.role);
				break;
			case "ungrant":
				await ungrant(id, step.group);
				known.grants.delete(step.group);
				break;
			case "suspend":
			case "resume":
				await call("POST", `/tenants/${id}/${step.do}`);
				known.state = step.do === "suspend" ? "suspended" : "open";
				break;
			case "delete":
				expect((await call("DELETE", `/tenants/${id}`)).status).toBe(204);
				known.state = "gone";
				break;
			case "unlink": {
				const { userId } = await addPerson(server, id, "user");
				const answer = await call("POST", `/tenants/${id}/unlink`, {
					owner: userId,
				});
				expect(answer.status).toBe(204);
				known.state = "gone";
			}
		}
	}

	/** Every person at every tenant there ever was, so that what was cached before a step is asked after it. */
	private async compare(): Promise<void> {
		const pairs = people.flatMap((person, user) =>
			this.ids.map((id, index) => ({ person, user, id, index })),
		);
		const seen = await Promise.all(
			pairs.map(({ person, id }) => roleSeen(person, id)),
		);
		expect(seen).toEqual(
			pairs.map(({ user, index }) => this.model.role(user, index)),
		);
	}

	/** The views that tell of reach say what the gate does; suspended tenants are in them, as they are only shut. */
	private async compareViews(): Promise<void> {
		for (const [user, { userId, token }] of people.entries()) {
			const reached = this.ids.filter(
				(_, index) => this.model.role(user, index) !== 404,
			);
			const rows = (await call("GET", `/grants/reach?user_id=${userId}`)).json
				.data;
			expect(
				rows.map(({ tenant_id }: { tenant_id: string }) => tenant_id),
			).toEqual(reached);
			const accounts = (await call("GET", "/accounts", undefined, token)).json
				.data;
			expect(accounts.slice(1).map(({ id }: { id: string }) => id)).toEqual(
				reached,
			);
		}
	}

	async clear(): Promise<void> {
		for (const [index, id] of this.ids.entries())
			if (this.model.tenants[index]?.state !== "gone")
				await call("DELETE", `/tenants/${id}`);
	}
}

/** The role the server says a person has in an account, or the status of its refusal. */
async function roleSeen({ token }: Person, id: string) {
	const path = `/whoami?account=${id}`;
	const { status, json } = await call("GET", path, undefined, token);
	return status === 200 ? json.role : status;
}

function named(grants: readonly [number, GrantableRole][]) {
	return grants.map(([of, role]) => ({ group_id: groups[of], role }));
}

async function findGrant(
	tenant: string,
	group: number,
): Promise<string | undefined> {
	const query = `tenant_id=${tenant}&group_id=${groups[group]}`;
	return (await call("GET", `/grants?${query}`)).json.data[0]?.id;
}

async function grantOrChange(
	tenant_id: string,
	group: number,
	role: GrantableRole,
): Promise<void> {
	const body = { group_id: groups[group], tenant_id, role };
	const made = await call("POST", "/grants", body);
	if (made.status === 201) return;
	expect(made.status).toBe(409);
	const id = await findGrant(tenant_id, group);
	expect((await call("PATCH", `/grants/${id}`, { role })).status).toBe(200);
}

async function ungrant(tenant: string, group: number): Promise<void> {
	const id = await findGrant(tenant, group);
	if (id) expect((await call("DELETE", `/grants/${id}`)).status).toBe(204);
}

it("promise N4: through any history of tenants, grants and members, each person reaches exactly what the groups say", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(step, { minLength: 1, maxLength: 20 }),
			async (steps) => {
				const history = new History();
				try {
					await history.play(steps);
				} finally {
					// What one history leaves behind would be found by the next.
					await history.clear();
				}
			},
		),
		{ numRuns: 15 },
	);
});
