import type { Caller } from "../../kernel/caller.ts";
import type { RequestedAccount } from "../../kernel/gate/request.ts";
import type { WireRequest } from "../dialect.ts";
import { isId } from "./wire.ts";

/**
 * `?account=` runs a call inside a tenant. On a standalone account it has no effect (promise N1); for everybody else
 * what is not exactly one well-formed id is refused, and so is an id that the caller does not reach: never does a call
 * fall back to the caller's own account.
 */
export function accountParameter(
	request: WireRequest,
): (caller: Caller) => RequestedAccount {
	const requested = request.query.account;
	return (caller) => {
		if (requested === undefined) return undefined;
		return caller.home.kind === "standalone"
			? caller.home.id
			: oneAccount(requested);
	};
}

/** Calls about tenants concern the caller's own account, whichever tenant the rest of a client's session is in. */
export function homeParameter(
	request: WireRequest,
): (caller: Caller) => RequestedAccount {
	const requested = request.query.account;
	return ({ home }) => {
		if (requested === undefined || home.kind === "standalone") return home.id;
		const one = oneAccount(requested);
		return typeof one === "string" && isId(one) ? home.id : one;
	};
}

/** Lists of ids and `*` mean something natively and nothing here; as empty text the gate refuses them. */
function oneAccount(
	requested: string | readonly string[],
): string | readonly string[] {
	return typeof requested === "string" && !isId(requested) ? "" : requested;
}
