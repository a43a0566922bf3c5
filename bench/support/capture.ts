import type { Sql } from "../../src/db/index.ts";
import type { Context } from "../../src/kernel/context.ts";
import type { AnyOperation } from "../../src/kernel/operation.ts";

/** The first statement an operation sends for an input, so that the ungated server runs the very same SQL. */
export async function captureStatement(
	operation: AnyOperation,
	accountId: string,
	input: object,
): Promise<{ text: string; values: unknown[] }> {
	let captured: Sql | undefined;
	const db = {
		async query(statement: Sql) {
			captured ??= statement;
			throw new Error("captured");
		},
	};
	const ctx = {
		db,
		account: { id: accountId },
		accountIds: [accountId],
		now: new Date(),
	} as unknown as Context;
	await operation.handler(ctx, input, undefined).catch(() => undefined);
	if (!captured) throw new Error(`${operation.id} sent no statement`);
	return { text: captured.text, values: [...captured.values] };
}
