import type { AnyOpenCall } from "../../kernel/open-call.ts";
import { signInPasskey } from "./sign-in-passkey.ts";
import { signInPasskeyOptions } from "./sign-in-passkey-options.ts";
import { signInRecoveryCode } from "./sign-in-recovery-code.ts";
import { signInTotp } from "./sign-in-totp.ts";

/** The steps of a sign-in that show a second factor. */
export const secondFactorCalls: readonly AnyOpenCall[] = [
	signInTotp,
	signInRecoveryCode,
	signInPasskeyOptions,
	signInPasskey,
];
