import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	addProbe,
	made,
	type OpManagerScene,
	type Probe,
	startOpManagerScene,
} from "./support/opmanager-scene.ts";
import { makeTenant } from "./support/people.ts";
import { addPerson, addRootAccount, eventsOf } from "./support/provider.ts";
import type { Answer } from "./support/server.ts";

let scene: OpManagerScene;
let second: Probe;

beforeAll(async () => {
	scene = await startOpManagerScene();
	second = await addProbe(scene.server, scene.acme, "graz-1", null);
	await made(scene.server, `/devices?account=${scene.acme}`, {
		name: "core-2",
		probe_id: second.id,
	});
});
afterAll(() => scene.stop());

interface Row {
	deviceName: string;
	moid: number;
	customerID?: number;
	[field: string]: unknown;
}

async function rowsOf(query: string, apikey = scene.key): Promise<Row[]> {
	const path = `device/listDevices${query}`;
	const answer = await scene.call("GET", path, undefined, { apikey });
	expect(answer.status, answer.text).toBe(200);
	return answer.json;
}

const namesOf = async (query: string, apikey?: string) =>
	(await rowsOf(query, apikey)).map(({ deviceName }) => deviceName).sort();

const add = (name: string, query: string, apikey = scene.key) =>
	scene.call("POST", `discovery/addDevice?deviceName=${name}${query}`, "", {
		apikey,
		"content-type": "application/json",
	});

describe("promise O12: a central and its probes", () => {
	const atFirst = () => `core-1.${scene.probe.wireId}`;
	const atSecond = () => `core-2.${second.wireId}`;

	test("promise O12: eeProbeID asks for one probe's data", async () => {
		const { probe } = scene;
		expect(await namesOf(`?eeProbeID=${probe.wireId}`)).toEqual([atFirst()]);
		expect(await namesOf(`?eeProbeID=${second.wireId}`)).toEqual([atSecond()]);
		expect(await namesOf("?eeProbeID=-1")).toHaveLength(4);
		expect(await namesOf("?eeProbeID=990000000001")).toEqual([]);
		expect(await namesOf("?eeProbeID=5")).toEqual([]);
	});

	test("promise O12: probeName takes a NAME of listProbes", async () => {
		const { json } = await scene.call("GET", "admin/listProbes");
		const names = json.map(({ NAME }: { NAME: string }) => NAME);
		expect(names.sort()).toEqual(["graz-1", "vienna-1"]);
		expect(await namesOf("?probeName=vienna-1")).toEqual([atFirst()]);
		expect(await namesOf("?probeName=nowhere")).toEqual([]);
		const both = `?probeName=vienna-1&eeProbeID=${second.wireId}`;
		expect(await namesOf(both)).toEqual([]);
	});

	test("promise O12: ids lie in the range of the probe, below 2^53", async () => {
		for (const { deviceName, moid, id, probeID } of await rowsOf("")) {
			const number = [scene.probe, second].find(({ wireId }) =>
				deviceName.endsWith(`.${wireId}`),
			)?.number;
			expect(Math.floor(moid / 1e10)).toBe(number ?? 0);
			expect(id).toBe(String(moid));
			expect(Number.isSafeInteger(moid)).toBe(true);
			expect(probeID).toBe(number ? String(number * 1e10 + 1) : "");
		}
	});

	test("promise O12: an account without probes ignores both, whatever they say", async () => {
		const { owner, id } = await addRootAccount(scene.server, "standalone");
		await add("alone.test", "", owner.token);
		for (const query of [
			"",
			`?eeProbeID=${scene.probe.wireId}`,
			"?eeProbeID=nonsense&probeName=nowhere",
			"?eeProbeID=1&eeProbeID=2&probeName=",
		])
			expect(await namesOf(query, owner.token)).toEqual(["alone.test"]);
		const probes = await scene.call("GET", "admin/listProbes", undefined, {
			apikey: owner.token,
		});
		expect(probes.json).toEqual([]);
		expect(probes.headers.get("reeve-account")).toBe(id);
	});

	test("promise O12: an account with probes of its own is a central too", async () => {
		const { token } = await addPerson(scene.server, scene.acme, "admin");
		const query = `?eeProbeID=${second.wireId}`;
		expect(await namesOf("", token)).toEqual([atFirst(), atSecond()]);
		expect(await namesOf(query, token)).toEqual([atSecond()]);
	});

	test("a call narrowed to one probe finds no device of another, and deletes none", async () => {
		const { acme, probe } = scene;
		const wrong = await scene.call(
			"POST",
			`discovery/deleteDevice?deviceName=core-2&selCustomerID=${acme}&eeProbeID=${probe.wireId}`,
		);
		expect(wrong.status).toBe(404);
		expect(await namesOf(`?selCustomerID=${acme}`)).toContain(atSecond());
	});

	test("listProbes tells a probe that called in from one that fell silent", async () => {
		const { server, acme } = scene;
		const made = await server.call("POST", `/api/v1/probes?account=${acme}`, {
			token: scene.key,
			body: { name: "talks" },
		});
		const checkedIn = await server.call("POST", "/api/v1/probes/check-in", {
			token: made.json.key,
			body: { platform: "windows" },
		});
		expect(checkedIn.status, checkedIn.text).toBe(200);
		const { json } = await scene.call(
			"GET",
			"admin/listProbes?probeName=talks",
		);
		expect(json).toEqual([
			expect.objectContaining({
				STATUS: true,
				ISWINDOWS: true,
				isConnected: "true",
				status: "Clear",
				severity: "5",
				lastContact: expect.stringMatching(/ UTC$/),
			}),
		]);
	});
});

describe("promise O13: a provider and its customers", () => {
	test("promise O13: a number scopes to that customer, -1 and nothing to all", async () => {
		const { acme, globex, provider } = scene;
		const customersOf = async (query: string) =>
			new Set((await rowsOf(query)).map(({ customerID }) => customerID));
		const all = new Set([Number(provider), Number(acme), Number(globex)]);
		expect(await customersOf("")).toEqual(all);
		expect(await customersOf("?selCustomerID=-1&regionID=-1")).toEqual(all);
		expect(await customersOf(`?selCustomerID=${acme}`)).toEqual(
			new Set([Number(acme)]),
		);
		expect(await customersOf(`?selCustomerID=${provider}`)).toEqual(
			new Set([Number(provider)]),
		);
	});

	test("promise O13: regionID narrows to a region, the one of the probe too", async () => {
		const { region, probe } = scene;
		const rows = await rowsOf(`?regionID=${region}`);
		expect(rows).toEqual([
			expect.objectContaining({
				deviceName: `core-1.${probe.wireId}`,
				regionID: Number(region),
				probeName: "vienna-1",
				customerName: "Acme",
			}),
		]);
		for (const nowhere of ["999999", "0", "-7"])
			expect(await rowsOf(`?regionID=${nowhere}`)).toEqual([]);
	});

	test("promise O13: elsewhere both are ignored, whatever they say", async () => {
		const { token } = await addPerson(scene.server, scene.globex, "admin");
		const standalone = await addRootAccount(scene.server, "standalone");
		await add("own.test", "", standalone.owner.token);
		for (const query of [
			"?selCustomerID=-1&regionID=-1",
			`?selCustomerID=${scene.acme}&regionID=${scene.region}`,
			"?selCustomerID=nonsense&regionID=",
			"?selCustomerID=1&selCustomerID=2",
		]) {
			expect(await namesOf(query, token)).toEqual(["core-1"]);
			expect(await namesOf(query, standalone.owner.token)).toEqual([
				"own.test",
			]);
		}
	});

	test("promise O13: a change goes to the customer named, else to the own account", async () => {
		const { acme, provider } = scene;
		const accounts = [];
		for (const query of ["", "&selCustomerID=-1", `&selCustomerID=${acme}`]) {
			const answer = await add("placed.test", query);
			accounts.push(answer.headers.get("reeve-account"));
			const gone = await scene.call(
				"POST",
				`discovery/deleteDevice?deviceName=placed.test${query}`,
			);
			expect([answer.status, gone.status]).toEqual([200, 200]);
		}
		expect(accounts).toEqual([provider, provider, acme]);
	});

	test("a change without a customer never touches a customer's device", async () => {
		const { acme, probe } = scene;
		for (const query of ["", "&selCustomerID=-1"]) {
			const answer = await scene.call(
				"POST",
				`discovery/deleteDevice?deviceName=core-1.${probe.wireId}${query}`,
			);
			expect(answer.status).toBe(404);
		}
		expect(await namesOf(`?selCustomerID=${acme}`)).toHaveLength(2);
	});

	test("a foreign customer is answered like one that nobody has", async () => {
		const { foreign } = scene;
		const shapes: [string, string, string][] = [
			["GET", "device/listDevices", ""],
			["GET", "v2/device/listDevices", "&rows=5"],
			["GET", "admin/listProbes", ""],
			["GET", "admin/listUsers", ""],
			["GET", "device/getDeviceSummary", "&name=core-1"],
			["POST", "discovery/addDevice", "&deviceName=lost.test"],
			["POST", "discovery/deleteDevice", "&deviceName=core-1"],
			["POST", "admin/deleteUser", "&userName=nobody"],
		];
		const plain = ({ status, text }: Answer) => [status, text];
		for (const [method, path, query] of shapes) {
			const answers = [];
			for (const id of [foreign, "999999999", "0", "-5", "999999999999999999"])
				answers.push(
					plain(
						await scene.call(method, `${path}?selCustomerID=${id}${query}`),
					),
				);
			expect(new Set(answers.map(String)).size, path).toBe(1);
			const reading = path.includes("list");
			expect(answers[0]?.[0]).toBe(reading ? 200 : 404);
		}
		expect(await namesOf(`?selCustomerID=${foreign}`)).toEqual([]);
	});

	test("an empty, malformed or repeated customer is refused and says why", async () => {
		const { acme, globex } = scene;
		const cases: [string, string][] = [
			["selCustomerID=", "LESS_THAN_MIN_LENGTH"],
			["selCustomerID=acme", "DATATYPE_NOT_MATCHED"],
			[`selCustomerID=${acme},${globex}`, "DATATYPE_NOT_MATCHED"],
			["selCustomerID=*", "DATATYPE_NOT_MATCHED"],
			["selCustomerID=1e6", "DATATYPE_NOT_MATCHED"],
			["selCustomerID=9999999999999999999999", "DATATYPE_NOT_MATCHED"],
			[
				`selCustomerID=${acme}&selCustomerID=${acme}`,
				"MORE_THAN_MAX_OCCURANCE",
			],
			["regionID=north", "DATATYPE_NOT_MATCHED"],
			["eeProbeID=x", "DATATYPE_NOT_MATCHED"],
		];
		for (const [query, errorcode] of cases)
			for (const path of ["device/listDevices", "discovery/addDevice"]) {
				const sent = `${path}?${query}${path.includes("add") ? "&deviceName=lost.test" : ""}`;
				const answer = await scene.call("POST", sent);
				expect([sent, answer.status, answer.json.error?.errorcode]).toEqual([
					sent,
					400,
					errorcode,
				]);
			}
		expect(await namesOf("?deviceName=lost.test")).toEqual([]);
	});

	test("a user sees the customers granted, and only those, also with -1", async () => {
		const { server, key, acme, globex } = scene;
		const person = await addPerson(server, scene.provider, "user");
		const group = await made(server, "/groups", { name: "Acme only" });
		await server.call("PATCH", `/api/v1/users/${person.userId}`, {
			token: key,
			body: { groups: [group.id] },
		});
		await made(server, "/grants", {
			group_id: group.id,
			tenant_id: acme,
			role: "operator",
		});
		const rows = await rowsOf("?selCustomerID=-1", person.token);
		expect(new Set(rows.map(({ customerID }) => customerID))).toEqual(
			new Set([Number(acme)]),
		);
		expect(await rowsOf(`?selCustomerID=${globex}`, person.token)).toEqual([]);
		const names = await scene.call(
			"GET",
			"admin/listCustomerNames",
			undefined,
			{
				apikey: person.token,
			},
		);
		expect(names.json).toEqual([
			{ CustomerID: Number(acme), CustomerName: "Acme" },
		]);
	});

	test("a key that insists on an explicit account reads all only where it says so", async () => {
		const { server, key } = scene;
		const { token } = await made(server, "/keys", {
			kind: "api",
			name: "careful",
			access: { type: "all" },
			require_account: true,
		});
		expect(token).not.toBe(key);
		const ask = (path: string) =>
			scene.call("POST", path, undefined, { apikey: token });
		expect((await ask("device/listDevices")).status).toBe(400);
		expect((await ask("device/listDevices?selCustomerID=-1")).status).toBe(200);
		expect(
			(await ask("discovery/addDevice?deviceName=a.test&selCustomerID=-1"))
				.status,
		).toBe(400);
	});

	test("a customer's log tells what was done in it from outside", async () => {
		const customer = await makeTenant(scene.server, "Watched");
		await add("seen.test", `&selCustomerID=${customer}`);
		const events = await eventsOf(scene.server, customer, "devices.create");
		expect(events).toEqual([
			expect.objectContaining({ actor_account_id: scene.provider }),
		]);
	});
});
