import type { AnyOperation } from "../../kernel/index.ts";
import { approveUser } from "./approve-user.ts";
import { changePassword } from "./change-password.ts";
import { createUser } from "./create-user.ts";
import { deleteUser } from "./delete-user.ts";
import { endUserSessions } from "./end-user-sessions.ts";
import { getUser } from "./get-user.ts";
import { listUsers } from "./list-users.ts";
import { rejectUser } from "./reject-user.ts";
import { setApiAccess } from "./set-api-access.ts";
import { transferOwnership } from "./transfer-ownership.ts";
import { updateUser } from "./update-user.ts";

export const userOperations: readonly AnyOperation[] = [
	listUsers,
	getUser,
	createUser,
	updateUser,
	setApiAccess,
	transferOwnership,
	approveUser,
	rejectUser,
	changePassword,
	endUserSessions,
	deleteUser,
];

export { emailTakenError, insertUser, type NewUser } from "./insert-user.ts";
export { assertMayLetIn } from "./let-in.ts";
export {
	assertPassword,
	generatePassword,
	hashPassword,
	verifyPossiblePassword,
} from "./password.ts";
export { HAS_SECOND_FACTOR, REACHES_TENANTS } from "./reach-conditions.ts";
export { Email, GroupIds, Role, UserName } from "./user.ts";
export { followRole, setGroups } from "./user-groups.ts";
export {
	assertMayGive,
	assertMayStartAs,
	assertMayTouch,
} from "./user-rules.ts";
export { emailTaken, users } from "./user-store.ts";
