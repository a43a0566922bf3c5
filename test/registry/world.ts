import type { Access } from "../../src/kernel/index.ts";
import { insertAccount } from "../../src/modules/accounts/index.ts";
import { setMembers } from "../../src/modules/groups/index.ts";
import { issueCredential } from "../../src/modules/keys/index.ts";
import { hashPassword, insertUser } from "../../src/modules/users/index.ts";
import { startDnsServer } from "../support/dns-server.ts";
import { startIdentityProvider } from "../support/identity-provider.ts";
import { type SignedIn, signIn } from "../support/person.ts";
import {
	type Answer,
	startTestServer,
	type TestServer,
} from "../support/server.ts";

/** A provider with a tenant full of objects, and a second provider that must see none of it. */
export interface World {
	server: TestServer;
	tenantId: string;
	/** Ids of one object of every kind in the first provider's tree. */
	objects: string[];
	/** Owner of the second provider. */
	stranger: string;
	/** Both owners' browsers, signed in, and the id of another session of the first. */
	sessions: { owner: SignedIn; stranger: SignedIn; spareId: string };
	/** An OpenID Connect provider that answers. */
	issuer: string;
	/** A token of the first owner that opens the given access only. */
	narrow(access: Access): Promise<string>;
	/** A token that opens everything, of a service user whose role is nothing. */
	powerless(): Promise<string>;
	/** A call of the first owner in the tenant, which must succeed. */
	make(path: string, body: object): Promise<Record<string, string>>;
	stop(): Promise<void>;
}

export async function openWorld(): Promise<World> {
	const dns = await startDnsServer();
	const server = await startTestServer({
		env: { REEVE_DNS_SERVERS: dns.address },
	});
	const idp = await startIdentityProvider([]);
	const { token } = server.first;
	// The owner has no second factor, which whoever reaches tenants would need.
	await succeed(
		server.call("PATCH", "/api/v1/account", {
			token,
			body: { settings: { tenant_reach_mfa_enabled: false } },
		}),
	);
	const signedIn = await ownerSessions(server);
	const tenant = await succeed(
		server.call("POST", "/api/v1/tenants", {
			token,
			body: { name: "Full", domain: "full.test" },
		}),
	);
	dns.records.set("scenario.test", [
		[`reeve-verification=${tenant.dns_challenge}`],
	]);
	const make = (path: string, body: object) =>
		succeed(
			server.call("POST", `/api/v1${path}?account=${tenant.id}`, {
				token,
				body,
			}),
		);
	return {
		server,
		tenantId: tenant.id as string,
		objects: [tenant.id as string, ...(await fill(server, make))],
		stranger: await secondProvider(server),
		sessions: { ...signedIn, stranger: await signIn(server, strangerOwner) },
		narrow: (access) => narrowToken(server, access),
		powerless: () => powerlessToken(make),
		make,
		issuer: idp.issuer,
		async stop() {
			await idp.stop();
			await server.stop();
			await dns.stop();
		},
	};
}

const strangerOwner = {
	email: "owner@other.test",
	password: "Correct-horse-7",
};

/** The first owner's browser, and what another of theirs left behind. */
async function ownerSessions(
	server: TestServer,
): Promise<{ owner: SignedIn; spareId: string }> {
	const spare = await signIn(server);
	const { data } = await succeed(spare.call("GET", "/sessions"));
	const [{ id: spareId }] = data as unknown as [{ id: string }];
	return { owner: await signIn(server), spareId };
}

export async function succeed(
	call: Promise<Answer>,
): Promise<Record<string, string>> {
	const { status, json, text } = await call;
	if (status < 200 || status > 299)
		throw new Error(`expected a success, got ${status}: ${text}`);
	return json;
}

/** One object of every kind, each made by its own operation. */
async function fill(
	server: TestServer,
	make: World["make"],
): Promise<string[]> {
	const group = await make("/groups", { name: "Web" });
	const user = await make("/users", {
		email: "one@full.test",
		name: "One",
		role: "operator",
	});
	const key = await make("/setup-keys", { name: "roll-out", type: "reusable" });
	const enrolled = await succeed(
		server.call("POST", "/api/v1/enroll", {
			token: key.key,
			body: { hostname: "pc-1" },
		}),
	);
	const network = await make("/networks", { name: "Office" });
	const resource = await make("/network-resources", {
		network_id: network.id,
		name: "Files",
		address: "10.0.0.5",
	});
	const region = await make("/regions", { name: "North" });
	const probe = await make("/probes", { name: "probe-1" });
	const device = await make("/devices", {
		name: "switch-1",
		ip_address: "192.0.2.10",
	});
	const registered = await make("/registered-networks", {
		name: "Head",
		ip_address: "203.0.113.8",
		prefix_length: 29,
		is_dynamic: false,
		status: "OPEN",
	});
	const policy = await make("/policies", {
		name: "Web",
		rules: [
			{
				name: "r",
				action: "accept",
				protocol: "all",
				sources: [group.id],
				destinations: [group.id],
			},
		],
	});
	const dnsPolicy = await make("/dns-policies", {
		name: "Guests",
		priority: 2,
	});
	const token = await make("/keys", {
		kind: "organization",
		name: "org",
		opens: "umbrella_management",
	});
	const endpointId = String(
		(enrolled as { endpoint?: { id: string } }).endpoint?.id ?? enrolled.id,
	);
	return [
		group,
		user,
		key,
		network,
		resource,
		region,
		probe,
		device,
		registered,
		policy,
		dnsPolicy,
		token,
	]
		.map((made) => made.id as string)
		.concat(endpointId);
}

async function secondProvider(server: TestServer): Promise<string> {
	const { database, resources } = server.server;
	return database.transaction([], async (tx) => {
		const account = await insertAccount(tx, {
			kind: "provider",
			name: "Other provider",
		});
		return tx.within([account.id], async () => {
			const userId = await insertUser(tx, {
				accountId: account.id,
				kind: "human",
				email: strangerOwner.email,
				passwordHash: await hashPassword(strangerOwner.password),
				name: "Other",
				role: "owner",
				apiAccess: true,
			});
			await setMembers(
				tx,
				account.id,
				account.administratorsId as string,
				"users",
				[userId],
			);
			const issued = await issueCredential(tx, resources.pepper, {
				accountId: account.id,
				kind: "personal",
				name: "t",
				userId,
				access: { type: "all" },
			});
			return issued.token;
		});
	});
}

async function narrowToken(
	server: TestServer,
	access: Access,
): Promise<string> {
	const { accountId, ownerId } = server.first;
	const { database, resources } = server.server;
	const issued = await database.transaction([accountId], (tx) =>
		issueCredential(tx, resources.pepper, {
			accountId,
			kind: "personal",
			name: "narrow",
			userId: ownerId,
			access,
		}),
	);
	return issued.token;
}

async function powerlessToken(make: World["make"]): Promise<string> {
	const user = await make("/users", {
		kind: "service",
		name: "robot",
		role: "user",
	});
	const made = await make("/keys", {
		kind: "service",
		name: "t",
		user_id: user.id,
		access: { type: "all" },
	});
	return made.token as string;
}
