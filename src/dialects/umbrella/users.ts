import { notFound } from "../../kernel/errors.ts";
import type { RouteDocument, WireCall, WireRoute } from "../dialect.ts";
import { pathId } from "./effective-account.ts";
import { listAll } from "./paging.ts";
import { listOf } from "./schemas.ts";
import {
	newUserExample,
	newUserSchema,
	readNewUser,
	roleSchema,
	rolesWire,
	type UserRow,
	userExample,
	userSchema,
	userWire,
} from "./user-shape.ts";

const organization = "/v1/organizations/:organizationId";
const all = `${organization}/users`;
const one = `${all}/:userId`;
const tag = "Users";
const answer: RouteDocument["answers"] = {
	200: { description: "The user", schema: userSchema, example: userExample },
};

export const userRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: all,
		operation: "users.list",
		handle: listUsers,
		document: {
			summary: "List users",
			tag,
			answers: {
				200: {
					description: "All users",
					schema: listOf(userSchema),
					example: [userExample],
				},
			},
		},
	},
	{
		method: "POST",
		path: all,
		operation: "users.create",
		handle: createUser,
		document: {
			summary: "Create a user",
			tag,
			body: { schema: newUserSchema, example: newUserExample },
			answers: answer,
		},
	},
	{
		method: "GET",
		path: one,
		operation: "users.get",
		handle: async (call) => ({
			status: 200,
			body: userWire(await userOf(call)),
		}),
		document: { summary: "Read a user", tag, answers: answer },
	},
	{
		method: "DELETE",
		path: one,
		operation: "users.delete",
		handle: deleteUser,
		document: {
			summary: "Delete a user",
			tag,
			answers: { 204: { description: "It is gone" } },
		},
	},
	{
		method: "GET",
		path: `${organization}/roles`,
		operation: "users.list",
		handle: async ({ place }) => ({
			status: 200,
			body: rolesWire(place.account.id),
		}),
		document: {
			summary: "List the roles that users can have",
			tag,
			answers: {
				200: {
					description: "All roles",
					schema: listOf(roleSchema),
					example: [{ organizationId: 0, label: "Full Admin", roleId: 1 }],
				},
			},
		},
	},
];

/** People only: this wire knows no service users. */
async function listUsers(call: WireCall) {
	const filters = { kind: "human" };
	return {
		status: 200,
		body: await listAll(call, "users.list", filters, userWire),
	};
}

async function createUser(call: WireCall) {
	const made = await call.run("users.create", readNewUser(call.json()));
	return { status: 200, body: userWire(made) };
}

async function deleteUser(call: WireCall) {
	const { id } = await userOf(call);
	await call.run("users.delete", { id });
	return { status: 204 };
}

async function userOf(call: WireCall): Promise<UserRow> {
	const id = pathId(call.params, "userId");
	const user: UserRow = await call.run("users.get", { id });
	if (user.kind !== "human") throw notFound("user", id);
	return user;
}
