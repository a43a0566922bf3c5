import type { AnyOperation } from "../../kernel/index.ts";
import type { AnyOpenCall } from "../../kernel/open-call.ts";
import { createUserInvite } from "./create-user-invite.ts";
import { deleteUserInvite } from "./delete-user-invite.ts";
import { listUserInvites } from "./list-user-invites.ts";
import { acceptInvitation, readInvitation } from "./open-invitation.ts";
import { regenerateUserInvite } from "./regenerate-user-invite.ts";

export const userInviteOperations: readonly AnyOperation[] = [
	listUserInvites,
	createUserInvite,
	deleteUserInvite,
	regenerateUserInvite,
];

export const invitationCalls: readonly AnyOpenCall[] = [
	readInvitation,
	acceptInvitation,
];

export { acceptInvite, findInvite, type OpenInvite } from "./accept-invite.ts";
export { takeInviteOf } from "./take-invite.ts";
