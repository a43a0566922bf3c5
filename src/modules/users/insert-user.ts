import { type Handle, sql } from "../../db/index.ts";
import { conflict, type RoleName } from "../../kernel/index.ts";

export interface NewUser {
	accountId: string;
	kind: "human" | "service";
	email: string;
	name: string;
	firstName?: string;
	lastName?: string;
	role: RoleName;
	status?: "active" | "invited" | "pending";
	apiAccess?: boolean;
	passwordHash?: string | null;
	timezone?: string;
	/** How the user came: made here, or known from an identity provider. */
	issued?: "api" | "integration";
}

/**
 * Stores a user and answers the id. A person has one home in the whole server, so the e-mail address must be free.
 * @throws conflict (`email_taken`)
 */
export async function insertUser(db: Handle, user: NewUser): Promise<string> {
	const [row] = await db.query<{ id: string }>(sql`
		insert into users (account_id, kind, email, name, first_name, last_name, role, status, api_access, password_hash, timezone, issued)
		values (${user.accountId}, ${user.kind}, ${user.email}, ${user.name}, ${user.firstName ?? ""}, ${user.lastName ?? ""}, ${user.role},
			${user.status ?? "active"}, ${user.apiAccess ?? false}, ${user.passwordHash ?? null}, ${user.timezone ?? "UTC"}, ${user.issued ?? "api"})
		on conflict do nothing returning id`);
	if (!row) throw emailTakenError(user.email);
	return row.id;
}

export function emailTakenError(email: string) {
	return conflict("email_taken", "A user with this e-mail address exists.", {
		email,
	});
}
