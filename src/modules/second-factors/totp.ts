import { generateSecret, generateURI, verifySync } from "otplib";

/** RFC 6238 with the figures that every authenticator app knows: SHA-1, 30 seconds a step, 6 digits. */
const STEP_SECONDS = 30;
const ISSUER = "Reeve";

/** What people type, perhaps in two groups as their app shows it. */
export const TOTP_CODE_PATTERN = "^\\s*\\d{3}\\s?\\d{3}\\s*$";

/** A fresh secret of 160 bits, base32. */
export function newTotpSecret(): string {
	return generateSecret();
}

/** What an authenticator app reads from the QR code. */
export function totpUrl(secret: string, label: string): string {
	return generateURI({ issuer: ISSUER, label, secret });
}

/**
 * The time step that a code belongs to, or nothing when it belongs to none of three: clocks may differ by one step
 * either way (RFC 6238 §5.2).
 */
export function timeStepOf(
	secret: string,
	code: string,
	now: Date,
): number | undefined {
	const token = code.replaceAll(/\s/g, "");
	if (!/^\d{6}$/.test(token)) return undefined;
	const result = verifySync({
		secret,
		token,
		epoch: Math.floor(now.getTime() / 1000),
		epochTolerance: STEP_SECONDS,
	});
	return result.valid && "timeStep" in result ? result.timeStep : undefined;
}
