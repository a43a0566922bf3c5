export {
	APP_CODE_TRIES_MAX,
	appCodesClosed,
	forgetAppCodeTries,
	tryAppCode,
} from "./app-code-tries.ts";
export {
	Factor,
	FactorName,
	factorExample,
	type Person,
	type SecondFactorMethod,
	secondFactorMethods,
} from "./factor.ts";
export {
	enrolledMethods,
	getFactor,
	listFactors,
	lockPerson,
	removeAllFactors,
	removeFactor,
} from "./factor-store.ts";
export { findPasskeyOwner } from "./passkey-factors.ts";
export {
	createdExample,
	creationOptionsExample,
	PasskeyCreated,
	PasskeyCreationOptions,
	PasskeyRequestOptions,
	PasskeyUsed,
	requestOptionsExample,
	usedExample,
} from "./passkey-messages.ts";
export {
	recoveryCodesLeft,
	renewRecoveryCodes,
	useRecoveryCode,
} from "./recovery-codes.ts";
export {
	creationOptions,
	PASSKEY_TIMEOUT_MS,
	registerPasskey,
} from "./register-passkey.ts";
export { type RelyingParty, relyingPartyAt } from "./relying-party.ts";
export { secondFactorDemanded } from "./second-factor-demanded.ts";
export { TOTP_CODE_PATTERN, totpUrl } from "./totp.ts";
export { beginTotp, confirmTotp } from "./totp-factors.ts";
export { requestOptions, verifyPasskey } from "./verify-passkey.ts";
