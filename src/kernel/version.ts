import type { Context } from "./context.ts";
import { preconditionFailed } from "./errors.ts";

/**
 * Holds a write to the version its caller has seen (If-Match). Called where the object is looked up for update, under
 * its row lock. @throws precondition_failed
 */
export function checkVersion(ctx: Context, row: { version: number }): void {
	if (ctx.ifMatch === undefined || ctx.ifMatch === row.version) return;
	throw preconditionFailed(
		"version",
		`The object has changed: it is at version ${row.version}.`,
		{ version: row.version },
	);
}
