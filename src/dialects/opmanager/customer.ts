import type { Caller } from "../../kernel/caller.ts";
import { notFound } from "../../kernel/errors.ts";
import type { RequestedAccount } from "../../kernel/gate/request.ts";
import type { WireRequest } from "../dialect.ts";
import {
	type GivenParameters,
	oneText,
	readableParameters,
} from "./given-parameters.ts";
import { ParameterFault } from "./parameter-fault.ts";

/** What an endpoint takes no customer for: every customer in reach, or the provider's own account. */
export type Breadth = "all_customers" | "own_account";

/**
 * `selCustomerID` scopes a call of a provider to one customer. Everywhere else it is ignored, as the vendor's editions
 * without customers do (promise O13), and the call runs in the caller's own account.
 */
export function customerScope(breadth: Breadth) {
	return (request: WireRequest) =>
		(caller: Caller): RequestedAccount => {
			const given = readableParameters(request);
			if (caller.home.kind !== "provider")
				return given.has("selCustomerID") ? caller.home.id : undefined;
			const id = numberOrAll(given, "selCustomerID");
			if (id !== ALL && id !== undefined) return accountId(id);
			// A credential that insists on an explicit account gets all of them where that is what it says.
			const unsaid = id === undefined && caller.credential.requireAccount;
			return breadth === "own_account" || unsaid ? undefined : "*";
		};
}

/** Calls about the caller's own account, whichever customer the rest of a client's session is about. */
export function ownAccount(request: WireRequest) {
	return (caller: Caller): RequestedAccount => {
		if (caller.home.kind === "provider")
			numberOrAll(readableParameters(request), "selCustomerID");
		return caller.home.id;
	};
}

export const ALL = "all";

/**
 * A number that scopes a call; `-1` means all. Undefined where it was not sent.
 * @throws ParameterFault when it is sent empty, twice, or is no number
 */
export function numberOrAll(
	given: GivenParameters,
	name: string,
): string | undefined {
	const text = oneText(given, name);
	if (text === undefined) return undefined;
	if (text === "")
		throw new ParameterFault("LESS_THAN_MIN_LENGTH", name, "a value");
	if (!/^[+-]?\d{1,18}$/.test(text))
		throw new ParameterFault("DATATYPE_NOT_MATCHED", name, "an integer");
	const number = BigInt(text);
	return number === -1n ? ALL : String(number);
}

/** Numbers that no customer can have look like those that nobody has. */
function accountId(id: string): string {
	if (!/^[1-9]/.test(id)) throw notFound("account", id);
	return id;
}
