import type { Pepper } from "../../kernel/credentials/pepper.ts";
import { openSecret, sealSecret } from "../../kernel/credentials/secret-box.ts";
import type { ProviderRow } from "./identity-provider-store.ts";

type Sealed = Pick<ProviderRow, "client_secret" | "pepper_version">;

/** Bound to the account: a sealed secret that was copied to another account's row does not open there. */
function purposeOf(accountId: string): string {
	return `identity_providers.client_secret:${accountId}`;
}

/** A client secret as it is stored; nothing for a client that has none. */
export function sealClientSecret(
	pepper: Pepper,
	accountId: string,
	secret: string | null,
): Sealed {
	if (secret === null) return { client_secret: null, pepper_version: null };
	const { sealed, pepperVersion } = sealSecret(
		pepper,
		purposeOf(accountId),
		secret,
	);
	return { client_secret: sealed, pepper_version: pepperVersion };
}

export function openClientSecret(
	pepper: Pepper,
	row: Sealed & Pick<ProviderRow, "account_id">,
): string | undefined {
	const { client_secret, pepper_version } = row;
	if (client_secret === null || pepper_version === null) return undefined;
	return openSecret(
		pepper,
		purposeOf(row.account_id),
		client_secret,
		pepper_version,
	);
}
