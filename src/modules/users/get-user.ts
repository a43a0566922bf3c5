import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { User, userExample } from "./user.ts";
import { findUser } from "./user-store.ts";

export const getUser = operation({
	id: "users.get",
	module: "users",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/users/{id}",
	summary: "Read one user.",
	input: object({ id: Id }),
	output: User,
	example: { input: { id: userExample.id }, output: userExample },
	async handler(ctx, { id }) {
		const user = await findUser(ctx.db, ctx.account.id, id);
		if (!user) throw notFound("user", id);
		return user;
	},
});
