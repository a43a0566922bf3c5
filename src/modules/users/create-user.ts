import Type, { type Static } from "typebox";
import {
	type Context,
	invalid,
	object,
	oneOf,
	operation,
	requireTimezone,
} from "../../kernel/index.ts";
import { emailTakenError, insertUser, type NewUser } from "./insert-user.ts";
import { assertPassword, generatePassword, hashPassword } from "./password.ts";
import {
	Email,
	GroupIds,
	personFields,
	Role,
	User,
	UserName,
	userExample,
} from "./user.ts";
import { followRole, setGroups } from "./user-groups.ts";
import { assertMayStartAs } from "./user-rules.ts";
import { emailTaken, users } from "./user-store.ts";

const input = object({
	kind: Type.Optional(
		oneOf(["human", "service"], { description: "human unless said" }),
	),
	email: Type.Optional(Email),
	name: Type.Optional(UserName),
	role: Role,
	groups: Type.Optional(GroupIds),
	password: Type.Optional(
		Type.String({
			description:
				"8 to 72 characters with a digit, an upper-case letter and a special character; generated unless given",
		}),
	),
	...personFields,
});
type Input = Static<typeof input>;

export const createUser = operation({
	id: "users.create",
	module: "users",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/users",
	summary: "Create a user or a service user.",
	description:
		"A person needs an e-mail address that nobody else on this server has. A password that was not given is generated and shown in this answer only. A service user has a name and a role, and never owns an account.",
	input,
	output: object({
		...User.properties,
		password: Type.Optional(
			Type.String({ description: "The generated password, shown once" }),
		),
	}),
	audit: { target: "user" },
	secrets: ["password"],
	example: {
		input: {
			email: userExample.email,
			first_name: "Tina",
			last_name: "Technician",
			role: "operator",
			groups: userExample.groups,
			timezone: "Europe/Berlin",
		},
		output: { ...userExample, password: "an-example-Password-1" },
	},
	async handler(ctx, wanted) {
		const kind = wanted.kind ?? "human";
		requireTimezone(wanted.timezone);
		await assertMayStartAs(ctx, wanted.role, kind);
		const made =
			kind === "service"
				? { user: serviceUser(ctx, wanted), password: undefined }
				: await person(ctx, wanted);
		const id = await insertUser(ctx.db, made.user);
		await setGroups(ctx, id, wanted.groups ?? []);
		await followRole(ctx.db, ctx.account.id, { id, kind, role: wanted.role });
		ctx.revoke(ctx.account.id);
		const user = await users.get(ctx, id);
		return made.password === undefined
			? user
			: { ...user, password: made.password };
	},
});

function serviceUser(ctx: Context, wanted: Input): NewUser {
	for (const field of ["email", "password"] as const) {
		if (wanted[field] !== undefined)
			throw invalid(
				field,
				"service_user",
				`${field} may not be given: a service user has none`,
			);
	}
	const { name, role } = wanted;
	if (name === undefined)
		throw invalid("name", "required", "name is required for a service user");
	return { accountId: ctx.account.id, kind: "service", email: "", name, role };
}

/** A password that was given is not answered; only a generated one is. */
async function person(
	ctx: Context,
	wanted: Input,
): Promise<{ user: NewUser; password: string | undefined }> {
	const { email, role, first_name = "", last_name = "", timezone } = wanted;
	if (email === undefined)
		throw invalid("email", "required", "email is required for a person");
	const name = wanted.name ?? `${first_name} ${last_name}`.trim();
	if (name === "")
		throw invalid("name", "required", "name is required for a person");
	if (wanted.password !== undefined) assertPassword(wanted.password);
	if (await emailTaken(ctx.db, email)) throw emailTakenError(email);
	const password = wanted.password ?? generatePassword();
	const user: NewUser = {
		accountId: ctx.account.id,
		kind: "human",
		email,
		name,
		firstName: first_name,
		lastName: last_name,
		role,
		passwordHash: await hashPassword(password),
		...(timezone === undefined ? {} : { timezone }),
	};
	return {
		user,
		password: wanted.password === undefined ? password : undefined,
	};
}
