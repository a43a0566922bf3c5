import type { Handle } from "../../db/index.ts";
import { isPasswordClosed } from "../identity-providers/index.ts";
import type { SignedInPerson } from "./person.ts";

/**
 * Whether a person may not sign in by password, however right it is: their account has people of their domain sign in
 * at its identity provider. The owner keeps the password as a way back.
 */
export function passwordClosed(
	db: Handle,
	person: SignedInPerson,
): Promise<boolean> {
	return isPasswordClosed(db, person);
}
