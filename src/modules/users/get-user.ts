import { Id, object, operation } from "../../kernel/index.ts";
import { User, userExample } from "./user.ts";
import { users } from "./user-store.ts";

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
	handler: (ctx, { id }) => users.get(ctx, id),
});
