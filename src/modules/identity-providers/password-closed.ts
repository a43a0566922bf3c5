import type { Handle } from "../../db/index.ts";
import type { RoleName } from "../../kernel/index.ts";
import { domainOf } from "./email-domains.ts";
import { findProvider } from "./identity-provider-store.ts";

/**
 * Whether a person signs in at the account's identity provider and no other way, however right a password is. The
 * owner keeps the password as a way back, for when the provider is away or set wrongly.
 */
export async function isPasswordClosed(
	db: Handle,
	person: { accountId: string; email: string; role: RoleName },
): Promise<boolean> {
	if (person.role === "owner") return false;
	const provider = await findProvider(db, person.accountId);
	if (!provider?.enabled || !provider.required) return false;
	return provider.domains.includes(domainOf(person.email));
}
