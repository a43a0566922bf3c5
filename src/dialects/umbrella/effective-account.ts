import type { Caller } from "../../kernel/caller.ts";
import { invalid, notFound } from "../../kernel/errors.ts";
import type { WireRequest } from "../dialect.ts";

/** A number in the path, as text. @throws invalid when it is none */
export function pathId(
	params: Readonly<Record<string, string>>,
	name: string,
): string {
	const id = params[name] ?? "";
	if (!/^[1-9]\d{0,17}$/.test(id))
		throw invalid(name, "integer", `${name} must be a positive integer`);
	return id;
}

/**
 * Where a call runs: in the organization or in the provider that its path names; the list of organizations at the
 * caller's home. Read once the caller is known, so that a stranger learns nothing of paths.
 */
export function accountOfPath({ params }: WireRequest) {
	return (caller: Caller): string | undefined => {
		if (params.organizationId !== undefined)
			return pathId(params, "organizationId");
		const name = ["mspId", "serviceProviderId"].find((key) => key in params);
		return name === undefined ? undefined : ownProvider(params, name, caller);
	};
}

/** The keys of a customer are made in the customer's own organization. */
export function customerOfPath({ params }: WireRequest) {
	return (caller: Caller): string => {
		const name = params.mspId === undefined ? "serviceProviderId" : "mspId";
		const provider = ownProvider(params, name, caller);
		const customerId = pathId(params, "customerId");
		if (customerId === provider) throw notFound("tenant", customerId);
		return customerId;
	};
}

/** A provider's path is open to its own credentials only; any other number looks like one that nobody has. */
function ownProvider(
	params: Readonly<Record<string, string>>,
	name: string,
	caller: Caller,
): string {
	const id = pathId(params, name);
	if (id !== caller.home.id) throw notFound("provider", id);
	return id;
}
