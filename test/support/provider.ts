import { sql } from "../../src/db/index.ts";
import type { Access, RoleName } from "../../src/kernel/index.ts";
import { insertAccount } from "../../src/modules/accounts/index.ts";
import { issueCredential } from "../../src/modules/keys/index.ts";
import { insertUser } from "../../src/modules/users/index.ts";
import type { TestServer } from "./server.ts";

export interface Person {
	userId: string;
	token: string;
	email: string;
}

let made = 0;

/** A person, or a service user, of an account, with a token of theirs; stored directly. */
export async function addPerson(
	{ server }: TestServer,
	accountId: string,
	role: RoleName,
	options: {
		kind?: "human" | "service";
		access?: Access;
		tenants?: readonly string[];
	} = {},
): Promise<Person> {
	const { kind = "human", access = { type: "all" }, tenants = null } = options;
	const email = kind === "human" ? `person-${++made}@people.test` : "";
	return server.database.transaction([accountId], async (tx) => {
		const userId = await insertUser(tx, {
			accountId,
			kind,
			email,
			name: `Person ${made}`,
			role,
			apiAccess: true,
		});
		const { token } = await issueCredential(tx, server.resources.pepper, {
			accountId,
			kind: kind === "human" ? "personal" : "service",
			name: "token",
			userId,
			access,
			tenants,
			createdBy: { id: userId, name: "" },
		});
		return { userId, token, email };
	});
}

/** Another account at the root of the tree, with an owner. */
export async function addRootAccount(
	server: TestServer,
	kind: "provider" | "standalone",
	options: { name?: string; domain?: string } = {},
): Promise<{ id: string; owner: Person }> {
	const { name = "Other", domain = "" } = options;
	const { id } = await server.server.database.transaction([], (tx) =>
		insertAccount(tx, { kind, name, domain }),
	);
	return { id, owner: await addPerson(server, id, "owner") };
}

/** Events of one operation in the log of an account, oldest first, whoever may read them. */
export function eventsOf(
	{ server }: TestServer,
	accountId: string,
	operation: string,
): Promise<
	{
		target_id: string;
		actor_account_id: string;
		before: unknown;
		after: unknown;
	}[]
> {
	return server.database
		.reader([accountId])
		.query(sql`select target_id, actor_account_id, before, after from audit_events
			where account_id = ${accountId} and operation = ${operation} and outcome = 'done' order by at, id`);
}
