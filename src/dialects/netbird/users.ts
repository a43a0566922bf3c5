import { notFound, unavailable } from "../../kernel/errors.ts";
import type { WireCall, WireRoute } from "../dialect.ts";
import { autoGroupRules, refuseImpossibleGroups } from "./auto-groups.ts";
import { Refusal, reworded, when } from "./refusal.ts";
import { flag, listOf, nothing, shape, text } from "./schemas.ts";
import {
	readRole,
	toWireUser,
	type User,
	userExample,
	userSchema,
} from "./user-shape.ts";
import { allRows, bodyOf, done, isId, ok, pathId, queryText } from "./wire.ts";

const tag = "Users";
const answers = {
	200: { description: "The user", schema: userSchema, example: userExample },
};
const nothingSaid = { 200: { description: "Done", schema: nothing } };

export const userRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: "/api/users",
		// Whoever may not read users finds themselves alone in the list.
		operation: "whoami.get",
		document: {
			summary: "List users",
			tag,
			query: {
				service_user: {
					description: "true: service users alone; false: people alone",
					schema: { type: "string" },
				},
			},
			answers: {
				200: {
					description: "The users",
					schema: listOf(userSchema),
					example: [userExample],
				},
			},
		},
		handle: listUsers,
	},
	{
		method: "POST",
		path: "/api/users",
		operation: "users.create",
		document: {
			summary: "Create a user or a service user",
			tag,
			body: {
				schema: shape({
					"email?": text,
					"name?": text,
					role: text,
					"auto_groups?": listOf(text),
					is_service_user: flag,
				}),
				example: {
					email: "tina@example.com",
					name: "Tina Technician",
					role: "user",
					auto_groups: [],
					is_service_user: false,
				},
			},
			answers,
		},
		handle: createUser,
	},
	{
		method: "PUT",
		path: "/api/users/:userId",
		operation: "users.update",
		document: {
			summary: "Change a user's role and groups, or block the user",
			tag,
			body: {
				schema: shape({
					role: text,
					auto_groups: listOf(text),
					is_blocked: flag,
				}),
				example: { role: "admin", auto_groups: [], is_blocked: false },
			},
			answers,
		},
		handle: updateUser,
	},
	{
		method: "DELETE",
		path: "/api/users/:userId",
		operation: "users.delete",
		document: { summary: "Delete a user", tag, answers: nothingSaid },
		async handle(call) {
			const id = pathId(call, "userId", "user");
			await reworded(
				call.run("users.delete", { id }),
				when("self_deletion", 422, "self deletion is not allowed"),
				when("owner_protected", 403, "can't delete a user with the owner role"),
			);
			return done;
		},
	},
	{
		method: "POST",
		path: "/api/users/:userId/approve",
		operation: "users.approve",
		document: { summary: "Let in a user who awaits approval", tag, answers },
		async handle(call) {
			const id = pathId(call, "userId", "user");
			const user: User = await reworded(
				call.run("users.approve", { id }),
				notPending(id),
			);
			return ok(toWireUser(user, call.caller.user?.id));
		},
	},
	{
		method: "DELETE",
		path: "/api/users/:userId/reject",
		operation: "users.reject",
		document: {
			summary: "Turn away a user who awaits approval",
			tag,
			answers: nothingSaid,
		},
		async handle(call) {
			const id = pathId(call, "userId", "user");
			await reworded(call.run("users.reject", { id }), notPending(id));
			return done;
		},
	},
	{
		method: "POST",
		path: "/api/users/:userId/invite",
		operation: "user_invites.regenerate",
		document: {
			summary: "Send an invitation again; 412 on a server that sends no mail",
			tag,
			answers: nothingSaid,
		},
		handle: resendInvite,
	},
	{
		method: "PUT",
		path: "/api/users/:userId/password",
		operation: "users.change_password",
		document: {
			summary: "Change your own password",
			tag,
			body: {
				schema: shape({ old_password: text, new_password: text }),
				example: {
					old_password: "an-example-Password-1",
					new_password: "an-example-Password-2",
				},
			},
			answers: nothingSaid,
		},
		async handle(call) {
			const fields = bodyOf(call);
			const { user } = call.caller;
			if (user === null || call.params.userId !== user.id)
				throw new Refusal(403, "permission denied");
			await call.run("users.change_password", {
				id: user.id,
				old_password: fields.text("old_password"),
				new_password: fields.text("new_password"),
			});
			return done;
		},
	},
];

function notPending(id: string) {
	return when("user_not_pending", 422, `user ${id} is not pending approval`);
}

/** The mail carries a new link; the one before opens nothing more. */
async function resendInvite(call: WireCall) {
	const id = pathId(call, "userId", "user");
	await call.run("users.get", { id });
	if (!call.resources.mailer)
		throw new Refusal(412, "idp manager must be enabled to send user invites");
	const { data } = await call.run("user_invites.list", { user_id: id });
	if (data.length === 0)
		throw new Refusal(412, "can't invite a user with an activated account");
	const sent = await call.run("user_invites.regenerate", { id: data[0].id });
	if (!sent.mailed)
		throw unavailable("The mail server did not take the invitation.");
	return done;
}

async function listUsers(call: WireCall) {
	const wanted = queryText(call, "service_user");
	const kind =
		wanted === undefined ? undefined : wanted === "true" ? "service" : "human";
	const users = call.may("users.list")
		? await allRows<User>(call, "users.list", kind ? { kind } : {})
		: [callerAsUser(call)].filter((user) => !kind || user.kind === kind);
	return ok(users.map((user) => toWireUser(user, call.caller.user?.id)));
}

/** The caller as it knows itself: its role is the one it has where the call runs. @throws not_found for a machine */
export function callerAsUser({ caller, place }: WireCall): User {
	const { user } = caller;
	if (!user) throw notFound("user");
	return {
		id: user.id,
		kind: user.kind,
		email: user.email,
		name: user.name,
		role: place.role ?? user.role,
		status: "active",
		blocked: false,
		groups: [],
		issued: "api",
		last_login_at: null,
	};
}

async function createUser(call: WireCall) {
	const fields = bodyOf(call);
	const given = fields.text("role");
	const role = readRole(given, (name) => `unknown user role ${name}`);
	const name = fields.text("name");
	const email = fields.text("email");
	const groups = fields.texts("auto_groups") ?? [];
	const service = fields.flag("is_service_user");
	if (service && role === "owner")
		throw new Refusal(422, "can't create a service user with owner role");
	if (!service && email === "")
		throw new Refusal(422, "user email shouldn't be empty");
	if (name === "") throw new Refusal(422, "user name shouldn't be empty");
	refuseImpossibleGroups(groups);
	const user: User = await reworded(
		call.run("users.create", {
			...(service ? { kind: "service" } : { email }),
			name,
			role,
			groups,
		}),
		when(
			"email_taken",
			409,
			"can't invite a user with an existing netbird account",
		),
		...autoGroupRules,
	);
	return ok(toWireUser(user, call.caller.user?.id));
}

async function updateUser(call: WireCall) {
	const fields = bodyOf(call);
	const groups = fields.texts("auto_groups");
	if (!groups) throw new Refusal(400, "auto_groups field can't be absent");
	const role = readRole(fields.text("role"), () => "invalid user role");
	const blocked = fields.flag("is_blocked");
	const id = call.params.userId ?? "";
	if (!isId(id)) throw notFound("user", id);
	refuseImpossibleGroups(groups);
	const user: User = await reworded(
		call.run("users.update", { id, role, groups, blocked }),
		...autoGroupRules,
	);
	return ok(toWireUser(user, call.caller.user?.id));
}
