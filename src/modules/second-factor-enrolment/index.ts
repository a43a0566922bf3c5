import type { AnyOperation } from "../../kernel/index.ts";
import { beginPasskeyEnrolment } from "./begin-passkey.ts";
import { beginTotpEnrolment } from "./begin-totp.ts";
import { confirmPasskeyEnrolment } from "./confirm-passkey.ts";
import { confirmTotpEnrolment } from "./confirm-totp.ts";
import { deleteSecondFactor } from "./delete-factor.ts";
import { listSecondFactors } from "./list-factors.ts";
import { renewOwnRecoveryCodes } from "./renew-recovery-codes.ts";
import { resetSecondFactors } from "./reset-factors.ts";

export const secondFactorOperations: readonly AnyOperation[] = [
	listSecondFactors,
	beginTotpEnrolment,
	confirmTotpEnrolment,
	beginPasskeyEnrolment,
	confirmPasskeyEnrolment,
	renewOwnRecoveryCodes,
	deleteSecondFactor,
	resetSecondFactors,
];
