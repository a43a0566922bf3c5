import type { AnyOperation } from "../../kernel/index.ts";
import { deleteIdentityProvider } from "./delete-identity-provider.ts";
import { getIdentityProvider } from "./get-identity-provider.ts";
import { updateIdentityProvider } from "./update-identity-provider.ts";

export const identityProviderOperations: readonly AnyOperation[] = [
	getIdentityProvider,
	updateIdentityProvider,
	deleteIdentityProvider,
];

export { openIdClient } from "./discovery.ts";
export { accountOfDomain, domainOf } from "./email-domains.ts";
export { CALLBACK_PATH, redirectUri } from "./identity-provider.ts";
export { findProvider, type ProviderRow } from "./identity-provider-store.ts";
export { isPasswordClosed } from "./password-closed.ts";
export { openClientSecret } from "./sealed-client-secret.ts";
