import Type, { type Static } from "typebox";
import { sql } from "../../db/index.ts";
import {
	type Context,
	notFound,
	object,
	operation,
	requireTimezone,
} from "../../kernel/index.ts";
import { Role, UserName, users } from "../users/index.ts";

const Timezone = Type.String({
	maxLength: 64,
	description: "IANA name, such as Europe/Vienna",
});

const Profile = object({
	name: UserName,
	email: Type.String(),
	role: Role,
	timezone: Timezone,
	password: Type.Boolean({
		description: "Whether there is a password, or single sign-on alone",
	}),
});
type Profile = Static<typeof Profile>;

const profileExample: Profile = {
	name: "Tina Technician",
	email: "tina@example.com",
	role: "operator",
	timezone: "Europe/Berlin",
	password: true,
};

export const getOwnProfile = operation({
	id: "profile.get",
	module: "sign_in",
	access: "read",
	scope: "session",
	method: "GET",
	path: "/profile",
	summary: "Read what your organization knows of you.",
	input: object({}),
	output: Profile,
	example: { input: {}, output: profileExample },
	handler: (ctx) => profileOf(ctx),
});

export const updateOwnProfile = operation({
	id: "profile.update",
	module: "sign_in",
	access: "write",
	scope: "session",
	method: "PATCH",
	path: "/profile",
	summary: "Change your own name or time zone.",
	description:
		"Whatever the role; address and role are an administrator's to change. Fields left out stay as they are.",
	input: object({
		name: Type.Optional(UserName),
		timezone: Type.Optional(Timezone),
	}),
	output: Profile,
	audit: { target: "user" },
	example: {
		input: { timezone: "Europe/Berlin" },
		output: profileExample,
	},
	async handler(ctx, { name, timezone }) {
		requireTimezone(timezone);
		const { home, user } = ctx.caller;
		if (!user) throw notFound("user");
		await users.lockForChange(ctx, user.id);
		const before = await profileOf(ctx);
		await ctx.db.query(sql`update users set name = coalesce(${name ?? null}, name), timezone = coalesce(${timezone ?? null}, timezone),
			version = version + 1, updated_at = now() where account_id = ${home.id} and id = ${user.id}`);
		const after = await profileOf(ctx);
		ctx.audit({ target: { id: user.id, name: after.name }, before, after });
		// The name stands in cached identities, and so in later rows of the log.
		ctx.revoke(home.id);
		return after;
	},
});

async function profileOf({ db, caller }: Context): Promise<Profile> {
	const { home, user } = caller;
	const [row] = await db.query<Profile>(sql`
		select name, email, role, timezone, password_hash is not null as password
		from users where account_id = ${home.id} and id = ${user?.id ?? null}`);
	if (!row) throw notFound("user");
	return row;
}
