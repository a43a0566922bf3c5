import type { Key, KeyCreateAnswer } from "../../../../generated/client.ts";

/** A key with the secret that the server tells this once. */
export interface IssuedKey {
	key: Key;
	/** Emptied when the dialog that shows it closes: what still holds this object then holds no secret. */
	parts: { token?: string | undefined; secret?: string | undefined };
}

/** Takes the secret out of an answer, so that it lies in one place alone, and not in what was answered. */
export function takeSecret(answer: KeyCreateAnswer): IssuedKey {
	const { token, secret } = answer;
	const key: Partial<KeyCreateAnswer> = answer;
	delete key.token;
	delete key.secret;
	return { key: answer, parts: { token, secret } };
}

export function forgetSecret({ parts }: IssuedKey): void {
	parts.token = undefined;
	parts.secret = undefined;
}
