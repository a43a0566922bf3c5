import type { AnyOpenCall } from "../kernel/open-call.ts";
import { passwordResetCalls } from "./password-resets/index.ts";
import { secondFactorCalls } from "./second-factor-sign-in/index.ts";
import { signInCalls } from "./sign-in/index.ts";
import { ssoCalls } from "./single-sign-on/index.ts";
import { invitationCalls } from "./user-invites/index.ts";

/** Every call that asks for no credential, in the order the reference shows them. */
export const openCalls: readonly AnyOpenCall[] = [
	...signInCalls,
	...secondFactorCalls,
	...ssoCalls,
	...invitationCalls,
	...passwordResetCalls,
];
