import { describe, expect, it } from "vitest";
import { accessiblePeers } from "../src/dialects/netbird/accessible-peers.ts";
import { activityOf } from "../src/dialects/netbird/activities.ts";
import {
	type AuditEvent,
	toWireEvent,
} from "../src/dialects/netbird/event-shape.ts";
import type { Endpoint } from "../src/dialects/netbird/peer-shape.ts";
import type { Policy } from "../src/dialects/netbird/policy-shape.ts";

function event(
	operation: string,
	change: Partial<AuditEvent> = {},
): AuditEvent {
	return {
		id: "7",
		account_id: "1",
		at: "2026-01-05T09:00:00.000Z",
		actor: {
			kind: "user",
			id: "3",
			name: "Olive",
			email: "olive@provider.test",
		},
		external: false,
		operation,
		target: { type: "user", id: "9", name: "Tina" },
		before: null,
		after: null,
		...change,
	};
}

describe("an act in the words of the vendor's log", () => {
	it.each([
		["setup_keys.create", {}, "setupkey.add"],
		[
			"setup_keys.update",
			{ before: { revoked: false }, after: { revoked: true } },
			"setupkey.revoke",
		],
		[
			"setup_keys.update",
			{ before: { groups: ["1"] }, after: { groups: [] } },
			"setupkey.group.delete",
		],
		["users.create", { after: { kind: "service" } }, "service.user.create"],
		["users.create", { after: { kind: "human" } }, "user.create"],
		["users.delete", { before: { kind: "service" } }, "service.user.delete"],
		[
			"users.update",
			{ before: { blocked: false }, after: { blocked: true } },
			"user.block",
		],
		[
			"users.update",
			{ before: { blocked: true }, after: { blocked: false } },
			"user.unblock",
		],
		[
			"users.update",
			{ before: { role: "user" }, after: { role: "admin" } },
			"user.role.update",
		],
		[
			"users.update",
			{ before: { role: "admin" }, after: { role: "owner" } },
			"transferred.owner.role",
		],
		[
			"users.update",
			{ before: { groups: [] }, after: { groups: ["1"] } },
			"user.group.add",
		],
		[
			"keys.create",
			{ after: { kind: "personal" } },
			"personal.access.token.create",
		],
		["keys.create", { after: { kind: "api" } }, "keys.create"],
		[
			"groups.update",
			{ before: { name: "a" }, after: { name: "b" } },
			"group.update",
		],
		[
			"groups.update",
			{
				before: { name: "a", endpoints: [] },
				after: { name: "a", endpoints: [{}] },
			},
			"peer.group.add",
		],
		[
			"groups.update",
			{
				before: { name: "a", resources: [{}] },
				after: { name: "a", resources: [] },
			},
			"resource.group.delete",
		],
		[
			"endpoints.update",
			{ before: { name: "a" }, after: { name: "b" } },
			"peer.rename",
		],
		[
			"endpoints.update",
			{ before: { ssh_enabled: false }, after: { ssh_enabled: true } },
			"peer.ssh.enable",
		],
		["endpoints.enroll", {}, "peer.setupkey.add"],
		[
			"accounts.update",
			{
				before: { settings: { peer_login_expiration: 1 } },
				after: { settings: { peer_login_expiration: 2 } },
			},
			"account.setting.peer.login.expiration.update",
		],
		[
			"accounts.update",
			{ before: { network_range: "a" }, after: { network_range: "b" } },
			"account.network.range.update",
		],
		[
			"tenants.create",
			{ target: { type: "tenant", id: "1", name: "T" } },
			"account.create",
		],
		[
			"tenants.create",
			{ target: { type: "tenant", id: "2", name: "T" } },
			"tenant.create",
		],
		["devices.create", {}, "devices.create"],
	] as const)("%s %j is %s", (operation, change, code) => {
		const summaryOf = () => "What it does.";
		const [found, text] = activityOf(
			event(operation, change as Partial<AuditEvent>),
			summaryOf,
		);
		expect(found).toBe(code);
		expect(text).not.toBe("");
		expect(text.endsWith(".")).toBe(false);
	});

	it("has details that are all texts, and says External only where it is", () => {
		const own = toWireEvent(
			event("users.create", {
				after: { kind: "human", email: "t@x.test", role: "user" },
			}),
			() => undefined,
		);
		expect(own.meta).toEqual({
			name: "Tina",
			username: "Tina",
			email: "t@x.test",
			role: "user",
		});
		const foreign = toWireEvent(
			event("users.create", { external: true }),
			() => undefined,
		);
		expect(foreign.meta.external).toBe("true");
	});

	it("is the system's where nobody called, and about the user where a token is made", () => {
		const actor = { kind: "system", id: null, name: "Reeve", email: "" };
		expect(
			toWireEvent(event("endpoints.delete", { actor }), () => undefined),
		).toMatchObject({ initiator_id: "sys", initiator_name: "" });
		const made = event("keys.create", {
			target: { type: "key", id: "5", name: "ci" },
			after: {
				kind: "service",
				user: { id: "9", name: "Robot", kind: "service" },
			},
		});
		expect(toWireEvent(made, () => undefined)).toMatchObject({
			target_id: "9",
			meta: { name: "ci", user_name: "Robot", is_service_user: "true" },
		});
	});
});

describe("peers that reach each other", () => {
	const peer = (id: string, ...groups: string[]) =>
		({ id, groups: groups.map((group) => ({ id: group })) }) as Endpoint;
	const policy = (rule: object, enabled = true) =>
		({
			enabled,
			rules: [
				{
					enabled: true,
					action: "accept",
					sources: [],
					destinations: [],
					source_resource: null,
					destination_resource: null,
					...rule,
				},
			],
		}) as unknown as Policy;
	const [a, b, c] = [
		peer("1", "staff"),
		peer("2", "servers"),
		peer("3", "other"),
	] as [Endpoint, Endpoint, Endpoint];
	const reach = (self: Endpoint, ...policies: Policy[]) =>
		accessiblePeers(self, [a, b, c], policies).map(({ id }) => id);
	const rule = {
		sources: [{ id: "staff" }],
		destinations: [{ id: "servers" }],
	};

	it("are those on the two sides of a rule, whichever begins", () => {
		expect(reach(a, policy(rule))).toEqual(["2"]);
		expect(reach(b, policy(rule))).toEqual(["1"]);
		expect(reach(c, policy(rule))).toEqual([]);
	});

	it("are nobody by a rule or a policy that is off, or that drops", () => {
		expect(reach(a, policy(rule, false))).toEqual([]);
		expect(reach(a, policy({ ...rule, enabled: false }))).toEqual([]);
		expect(reach(a, policy({ ...rule, action: "drop" }))).toEqual([]);
	});

	it("may be named one by one", () => {
		const one = {
			sources: [{ id: "staff" }],
			destination_resource: { id: "3", type: "endpoint" },
		};
		expect(reach(a, policy(one))).toEqual(["3"]);
	});
});
