import type { Caller } from "../caller.ts";
import { accessAllows } from "../credentials/access.ts";
import { forbidden, type ReeveError } from "../errors.ts";
import type { AnyOperation } from "../operation.ts";
import { roleAllows } from "../roles.ts";
import type { Place } from "./enter-scope.ts";

/**
 * The credential's access, cut by the role in the effective account. Answers why not, or nothing when permitted.
 * A machine's or an organization's credential has no role: its list of operations is all it has.
 */
export function refusal(
	caller: Caller,
	place: Pick<Place, "account" | "role">,
	operation: AnyOperation,
): ReeveError | undefined {
	const facts = { operation: operation.id };
	const { kind } = caller.credential;
	if (operation.scope === "session" && kind !== "session") {
		return forbidden(
			"session_only",
			`${operation.id} is for a person who is signed in; no key opens it.`,
			facts,
		);
	}
	if (
		!accessAllows(caller.credential.access, operation) &&
		!(operation.scope === "caller" && kind !== "setup_key")
	) {
		// Nothing else narrows a session: it waits for the second factor that its account asks for.
		if (kind === "session")
			return forbidden(
				"second_factor_required",
				"The account asks for a second factor; enrol one to go on.",
				facts,
			);
		return forbidden(
			"key_access",
			`The credential does not open ${operation.id}.`,
			facts,
		);
	}
	if (operation.scope === "provider" && place.account.kind !== "provider") {
		return forbidden(
			"not_a_provider",
			`${operation.id} runs in a provider account.`,
			facts,
		);
	}
	if (
		operation.scope === "caller" ||
		operation.scope === "session" ||
		operation.scope === "machine" ||
		!caller.user
	)
		return undefined;
	if (place.role && roleAllows(place.role, operation)) return undefined;
	return forbidden(
		"role",
		`The role ${place.role ?? "none"} does not allow ${operation.id}.`,
		facts,
	);
}

/**
 * Of the accounts in view those in which the caller may run an operation. A fan-out was let in for the operation that
 * was called; what else its answer tells of an account must be open to the caller there too.
 */
export function accountsWhere(
	caller: Caller,
	place: Place,
	operation: AnyOperation,
): readonly string[] {
	const { account, accountIds, roles } = place;
	if (!roles)
		return refusal(caller, place, operation) === undefined ? accountIds : [];
	const allows = (kind: Place["account"]["kind"], role: Place["role"]) =>
		refusal(caller, { account: { ...account, kind }, role }, operation) ===
		undefined;
	// All that is away from home is a tenant, and there are only as many answers as roles.
	const inTenants = new Map<Place["role"], boolean>();
	return accountIds.filter((id) => {
		const role = roles.get(id);
		if (id === account.id) return allows(account.kind, role);
		let allowed = inTenants.get(role);
		if (allowed === undefined) {
			allowed = allows("tenant", role);
			inTenants.set(role, allowed);
		}
		return allowed;
	});
}
