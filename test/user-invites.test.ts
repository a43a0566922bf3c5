import { expect, test } from "vitest";
import { sql } from "../src/db/index.ts";
import { acceptInvite, findInvite } from "../src/modules/user-invites/index.ts";
import { movableClock } from "./support/clock.ts";
import { startNativeApi } from "./support/native-api.ts";

const clock = movableClock();
const { server, call } = await startNativeApi({ clock });
const invite = (email: string, more: object = {}) =>
	call("POST", "/user-invites", {
		email,
		name: "Ned",
		role: "operator",
		...more,
	});
const accept = (token: string, password = "A-good-password-1") =>
	acceptInvite(server.server.resources, token, password, {
		address: "192.0.2.1",
		userAgent: "test",
		id: "r",
		surface: "test",
	});

test("an invitation shows its token once, tells who invited, and makes the user active when taken", async () => {
	const made = await invite("ned@example.com");
	expect(made.status).toBe(201);
	const { token, id, user_id } = made.json;
	const listed = await call("GET", "/user-invites");
	expect(listed.json.data[0]).toMatchObject({ id, expired: false });
	expect(listed.text).not.toContain(token);
	expect((await call("GET", `/users/${user_id}`)).json.status).toBe("invited");
	expect(await findInvite(server.server.resources, token)).toMatchObject({
		email: "ned@example.com",
		valid: true,
		invitedBy: "Olive Owner",
	});
	await accept(token);
	expect((await call("GET", `/users/${user_id}`)).json.status).toBe("active");
	await expect(accept(token)).rejects.toMatchObject({ code: "not_found" });
	const [event] = await server.server.database
		.reader([server.first.accountId])
		.query(
			sql`select actor_id, target_id from audit_events where account_id = ${server.first.accountId} and operation = 'user_invites.accept'`,
		);
	expect(event).toEqual({ actor_id: user_id, target_id: user_id });
});

test("one invitation an address, and none for somebody who exists", async () => {
	await invite("twice@example.com");
	const again = await invite("TWICE@example.com");
	expect([again.status, again.json.reason]).toEqual([409, "invite_exists"]);
	const known = await invite(server.first.email);
	expect([known.status, known.json.reason]).toEqual([409, "email_taken"]);
});

test("a renewed invitation opens with its new token alone", async () => {
	const made = await invite("renew@example.com");
	const renewed = await call(
		"POST",
		`/user-invites/${made.json.id}/regenerate`,
		{},
	);
	expect(renewed.status).toBe(200);
	await expect(accept(made.json.token)).rejects.toMatchObject({
		code: "not_found",
	});
	await accept(renewed.json.token);
});

test("an expired invitation is seen to be invalid and sets no password", async () => {
	const made = await invite("late@example.com", { expires_in_seconds: 3600 });
	clock.offsetMs = 3_600_001;
	const found = await findInvite(server.server.resources, made.json.token);
	expect(found.valid).toBe(false);
	await expect(accept(made.json.token)).rejects.toMatchObject({
		reason: "invite_expired",
	});
	clock.offsetMs = 0;
	await expect(accept(made.json.token, "weak")).rejects.toMatchObject({
		code: "invalid",
	});
});

test("a withdrawn invitation takes its user with it, and the address is free", async () => {
	const made = await invite("gone@example.com");
	const at = `/user-invites/${made.json.id}`;
	expect((await call("DELETE", at)).status).toBe(204);
	expect((await call("DELETE", at)).status).toBe(404);
	expect((await call("GET", `/users/${made.json.user_id}`)).status).toBe(404);
	expect((await invite("gone@example.com")).status).toBe(201);
});

test("text that is no token finds no invitation", async () => {
	for (const text of ["", "rvi_short", "nbi_x", "rvi_".padEnd(47, "'")])
		await expect(
			findInvite(server.server.resources, text),
		).rejects.toMatchObject({ code: "not_found" });
});
