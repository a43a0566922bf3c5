import { describe, expect, it } from "vitest";
import { sql } from "../src/db/index.ts";
import { startNativeApi } from "./support/native-api.ts";
import { addPerson } from "./support/provider.ts";

const { server, accountId, call, made } = await startNativeApi();

const person = await addPerson(server, accountId, "operator");
const endpointIds = await server.server.database.transaction(
	[accountId],
	async (tx) => {
		const rows = await tx.query<{ id: string }>(
			sql`insert into endpoints (account_id, name, device_id) select ${accountId}::bigint, 'pc-' || n, 'D' || n from generate_series(1, 3) n returning id`,
		);
		return rows.map(({ id }) => id);
	},
);
const network = await made("/networks", { name: "Office" });
const resource = await made("/network-resources", {
	network_id: network.id,
	name: "Files",
	address: "10.0.0.5",
});
const full = await made("/groups", {
	name: "Full",
	users: [person.userId],
	endpoints: endpointIds,
	resources: [resource.id],
});
const empty = await made("/groups", { name: "Empty" });

async function list(search: string) {
	const answer = await call("GET", `/groups?${search}`);
	expect(answer.status, answer.text).toBe(200);
	return answer.json.data;
}
const names = async (search: string) =>
	(await list(search)).map(({ name }: { name: string }) => name);

describe("the list of groups", () => {
	it("says how many each holds, and whom only when asked", async () => {
		const [row] = await list("name=Full");
		expect(row).toMatchObject({
			users_count: 1,
			endpoints_count: 3,
			resources_count: 1,
		});
		for (const members of ["users", "endpoints", "resources"])
			expect(row).not.toHaveProperty(members);
		expect(await list("name=Empty")).toMatchObject([
			{ id: empty.id, users_count: 0, endpoints_count: 0, resources_count: 0 },
		]);
		const [whole] = await list("name=Full&members=true");
		const one = (await call("GET", `/groups/${full.id}`)).json;
		expect(whole).toEqual({
			...one,
			users_count: 1,
			endpoints_count: 3,
			resources_count: 1,
		});
	});

	it("keeps those that hold somebody, or are built in", async () => {
		expect(await names(`user_id=${person.userId}`)).toEqual(["Full"]);
		expect(await names(`endpoint_id=${endpointIds[0]}`)).toEqual(["Full"]);
		expect(await names(`resource_id=${resource.id}`)).toEqual(["Full"]);
		expect(await names("built_in=all")).toEqual(["All"]);
		expect(await names("issued=jwt")).toEqual([]);
	});

	it("shows a wire that has members in its lists all of them", async () => {
		const { json } = await server.call("GET", "/api/groups", {
			token: server.first.token,
		});
		const wired = json.find(({ id }: { id: string }) => id === full.id);
		expect(wired).toMatchObject({ peers_count: 3, resources_count: 1 });
		expect(wired.peers).toHaveLength(3);
	});
});
