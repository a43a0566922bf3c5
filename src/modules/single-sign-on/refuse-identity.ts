import { systemCaller } from "../../kernel/caller.ts";
import { forbidden } from "../../kernel/index.ts";
import type { OpenContext } from "../../kernel/open-call.ts";
import type { ProviderRow } from "../identity-providers/index.ts";
import { refuseSignIn, type SignedInPerson } from "../sign-in/index.ts";
import type { Identity } from "./redeem-answer.ts";

/** Why somebody who signed in at the provider is not let in here, in words for that person. */
const reasons = {
	owner_password:
		"The owner signs in with the password; an owner can change that in the settings of single sign-on.",
	other_identity:
		"Another person at the identity provider signed in with this address before; ask your administrator.",
	email_unverified:
		"The identity provider does not vouch for your e-mail address; ask your administrator.",
	not_invited:
		"Nobody has added you yet; ask your administrator for an invitation.",
	domain:
		"Your e-mail address is not of a domain that signs in here; ask your administrator.",
	other_account:
		"Your e-mail address belongs to another organization on this server.",
	invite_expired:
		"Your invitation has expired; ask your administrator for a new one.",
} as const;

export type IdentityRefusal = keyof typeof reasons;

/**
 * Notes the refusal in the account's log, with the person or, where nobody here is meant, with the address that the
 * provider told. @throws forbidden
 */
export function refuseIdentity(
	ctx: OpenContext,
	provider: ProviderRow,
	who: SignedInPerson | Identity,
	reason: IdentityRefusal,
): never {
	if ("userId" in who) refuseSignIn(ctx, who, ctx.operation, reason);
	else
		ctx.refused({
			accountId: provider.account_id,
			caller: systemCaller(provider.account_id),
			operation: ctx.operation,
			target: { type: "user", id: null, name: who.email ?? who.name },
			reason,
		});
	throw forbidden(reason, reasons[reason]);
}
