import { Id, object, operation } from "../../kernel/index.ts";
import { SetupKey, setupKeyExample } from "./setup-key.ts";
import { setupKeys } from "./setup-key-store.ts";

export const getSetupKey = operation({
	id: "setup_keys.get",
	module: "setup_keys",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/setup-keys/{id}",
	summary: "Read one setup key, masked.",
	input: object({ id: Id }),
	output: SetupKey,
	example: { input: { id: setupKeyExample.id }, output: setupKeyExample },
	handler: (ctx, { id }) => setupKeys.get(ctx, id),
});
