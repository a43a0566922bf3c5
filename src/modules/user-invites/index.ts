import type { AnyOperation } from "../../kernel/index.ts";
import { createUserInvite } from "./create-user-invite.ts";
import { deleteUserInvite } from "./delete-user-invite.ts";
import { listUserInvites } from "./list-user-invites.ts";
import { regenerateUserInvite } from "./regenerate-user-invite.ts";

export const userInviteOperations: readonly AnyOperation[] = [
	listUserInvites,
	createUserInvite,
	deleteUserInvite,
	regenerateUserInvite,
];

export { acceptInvite, findInvite, type OpenInvite } from "./accept-invite.ts";
