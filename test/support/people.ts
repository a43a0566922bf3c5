import { sql } from "../../src/db/index.ts";
import { insertAccount } from "../../src/modules/accounts/index.ts";
import { issueCredential } from "../../src/modules/keys/index.ts";
import type { TestServer } from "./server.ts";

export interface Person {
	id: string;
	accountId: string;
	email: string;
	/** A personal token that does whatever its user may. */
	token: string;
}

let counter = 0;

/** Makes a user through the API, lets them use it, and gives them a token: what a person does in the console. */
export async function makePerson(
	server: TestServer,
	options: {
		role: string;
		account?: string;
		groups?: string[];
		apiAccess?: boolean;
		/** Who makes the user; the first owner unless said. */
		by?: string;
	},
): Promise<Person> {
	const token = options.by ?? server.first.token;
	const scope = options.account ? `?account=${options.account}` : "";
	const email = `person-${++counter}@example.com`;
	const made = await server.call("POST", `/api/v1/users${scope}`, {
		token,
		body: {
			email,
			name: `Person ${counter}`,
			role: options.role,
			groups: options.groups ?? [],
		},
	});
	if (made.status !== 201) throw new Error(made.text);
	const { id, account_id: accountId } = made.json;
	if (options.apiAccess !== false)
		await server.call("PUT", `/api/v1/users/${id}/api-access${scope}`, {
			token,
			body: { enabled: true },
		});
	return {
		id,
		accountId,
		email,
		token: await tokenFor(server, accountId, id),
	};
}

/** A personal token of a user, as the console makes it for somebody who is signed in. */
export async function tokenFor(
	server: TestServer,
	accountId: string,
	userId: string,
): Promise<string> {
	const { database, resources } = server.server;
	const issued = await database.transaction([accountId], (tx) =>
		issueCredential(tx, resources.pepper, {
			accountId,
			kind: "personal",
			name: "Test",
			userId,
			access: { type: "all" },
		}),
	);
	return issued.token;
}

/** A tenant of the first provider that the group Administrators reaches with the given role. */
export async function makeTenant(
	server: TestServer,
	name: string,
	role = "admin",
): Promise<string> {
	const { database } = server.server;
	const { accountId } = server.first;
	return database.transaction([accountId], async (tx) => {
		const tenant = await insertAccount(tx, {
			kind: "tenant",
			parentId: accountId,
			name,
		});
		await tx.query(sql`insert into grants (account_id, group_id, tenant_id, role)
			select account_id, id, ${tenant.id}, ${role} from groups where account_id = ${accountId} and built_in = 'administrators'`);
		return tenant.id;
	});
}
