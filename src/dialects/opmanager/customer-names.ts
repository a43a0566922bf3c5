import type { WireCall } from "../dialect.ts";

/** How many accounts one question names. */
const ASKED_MAX = 1000;

/** The names of customers, by id. */
async function customerNames(
	call: WireCall,
	ids: readonly string[],
): Promise<Map<string, string>> {
	const names = new Map<string, string>();
	for (let at = 0; at < ids.length; at += ASKED_MAX) {
		const id = ids.slice(at, at + ASKED_MAX);
		const { data } = await call.run("accounts.list", { id, limit: ASKED_MAX });
		for (const account of data) names.set(account.id, account.name);
	}
	return names;
}

/** What a provider's rows say besides: whose they are. Rows of other callers have no such fields. */
export async function ownersOf(
	call: WireCall,
	rows: readonly { account_id: string }[],
): Promise<(row: { account_id: string }) => Record<string, unknown>> {
	if (call.caller.home.kind !== "provider") return () => ({});
	const ids = [...new Set(rows.map(({ account_id }) => account_id))];
	const names = await customerNames(call, ids);
	return ({ account_id }) => ({
		customerID: Number(account_id),
		customerName: names.get(account_id) ?? "",
	});
}
