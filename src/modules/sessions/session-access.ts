import { type Database, sql } from "../../db/index.ts";
import type { Access } from "../../kernel/index.ts";
import { secondFactorDemanded } from "../second-factors/index.ts";

/** What a session may call until a second factor that the account asks for is enrolled. */
export const enrolmentOperations: readonly string[] = [
	"second_factors.list",
	"second_factors.begin_totp",
	"second_factors.confirm_totp",
	"second_factors.begin_passkey",
	"second_factors.confirm_passkey",
];

const CONFIRM = "sessions.confirm";

/** The same for a session that was open to everything before the account asked. */
const lateEnrolmentOperations: readonly string[] = [
	...enrolmentOperations,
	"sessions.passkey_options",
	CONFIRM,
];

/**
 * Whether a session has only just begun, and by a first factor alone: there is nothing to confirm it with. One that was
 * open for hours may be anybody's who found the screen, and confirms first.
 */
export function isPastSignInOnly(access: Access): boolean {
	return access.type === "operations" && !access.operations.includes(CONFIRM);
}

/**
 * What a session that was opened with everything opens now: no more than enrolling a second factor once its person owes
 * one, for something has changed since (a grant, a role, a setting). Whoever has a factor and did not show it here owes
 * it too, and shows it by confirming or by signing in anew.
 */
export async function sessionAccess(
	database: Database,
	session: { accountId: string; userId: string; credentialId: string },
): Promise<Access> {
	const { accountId, credentialId } = session;
	const db = database.reader([accountId]);
	const [row] = await db.query<{ factor_shown: boolean }>(
		sql`select factor_shown from sessions where account_id = ${accountId} and credential_id = ${credentialId}`,
	);
	const owes = !row?.factor_shown && (await secondFactorDemanded(db, session));
	return owes
		? { type: "operations", operations: lateEnrolmentOperations }
		: { type: "all" };
}
