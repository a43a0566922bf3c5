// Made by `npm run generate` from the operations of the server. Changes belong there.

export interface ClientOptions {
	/** Where the server is, such as `https://reeve.example.com`; empty for the page's own server. */
	baseUrl: string;
	/** Sent as `Authorization: Bearer …`; none when the caller is known by other means, such as a session. */
	credential?: string;
	/** More headers for every call, asked for anew each time. */
	headers?: () => Record<string, string>;
	/** The account of every call that names none of its own. */
	account?: string;
	fetch?: typeof fetch;
}

export interface CallOptions {
	/** The account to run in; several, or `*`, for lists that fan out. */
	account?: string | readonly string[];
	/** Makes a write safe to repeat. */
	idempotencyKey?: string;
	/** The version that a write insists on. */
	ifMatch?: number;
	/** Why; kept with the audit row. */
	reason?: string;
	signal?: AbortSignal;
}

/** An error as the server words it (RFC 9457). */
export interface Problem {
	type: string;
	title: string;
	status: number;
	detail: string;
	code: string;
	reason?: string;
	errors?: { pointer: string; rule: string; detail: string }[];
}

/** Thrown by every method for every answer that is not a success. */
export class ReeveProblem extends Error {
	readonly problem: Problem;
	readonly status: number;
	readonly code: string;
	/** What to name when the server's operator is asked. */
	readonly requestId: string | undefined;
	/** Seconds to wait before the next call, where the server says so. */
	readonly retryAfterSeconds: number | undefined;

	constructor(problem: Problem, headers: Headers) {
		super(problem.detail);
		this.name = "ReeveProblem";
		this.problem = problem;
		this.status = problem.status;
		this.code = problem.code;
		this.requestId = headers.get("x-request-id") ?? undefined;
		const seconds = headers.get("retry-after");
		this.retryAfterSeconds = seconds === null ? undefined : Number(seconds);
	}
}

export interface Page<T> {
	data: T[];
	next: string | null;
	has_more: boolean;
	total?: number;
}

/** Every row of a list, page after page: `for await (const row of everyRow(client.things.list, {}))`. */
export async function* everyRow<I extends { cursor?: string } | undefined, T>(
	list: (input: I, options?: CallOptions) => Promise<Page<T>>,
	input: NonNullable<NoInfer<I>>,
	options?: CallOptions,
): AsyncGenerator<T, void, undefined> {
	let asked: I = input;
	for (;;) {
		const page = await list(asked, options);
		yield* page.data;
		if (!page.has_more || page.next === null) return;
		asked = { ...input, cursor: page.next };
	}
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Sends one call: `{name}` in the path takes that field, and the other fields travel in the query or the body. */
export function createCall(client: ClientOptions) {
	const send = client.fetch ?? fetch;
	return async <T>(
		method: Method,
		path: string,
		input: object,
		options: CallOptions = {},
	): Promise<T> => {
		const fields = { ...input } as Record<string, unknown>;
		const filled = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
			const value = fields[name];
			delete fields[name];
			return encodeURIComponent(String(value));
		});
		const inQuery = method === "GET" || method === "DELETE";
		const query = queryOf(inQuery ? fields : {}, client, options);
		const response = await send(`${client.baseUrl}${filled}${query}`, {
			method,
			headers: headersOf(client, options, !inQuery),
			...(inQuery ? {} : { body: JSON.stringify(fields) }),
			...(options.signal ? { signal: options.signal } : {}),
		});
		return (await read(response)) as T;
	};
}

function queryOf(
	fields: Record<string, unknown>,
	client: ClientOptions,
	options: CallOptions,
): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(fields))
		for (const item of Array.isArray(value) ? value : [value])
			if (item !== undefined) query.append(name, String(item));
	const account = options.account ?? client.account;
	if (account !== undefined) query.set("account", String(account));
	const text = query.toString();
	return text === "" ? "" : `?${text}`;
}

function headersOf(
	client: ClientOptions,
	options: CallOptions,
	hasBody: boolean,
): Record<string, string> {
	const { credential, headers } = client;
	const { idempotencyKey, ifMatch, reason } = options;
	return {
		accept: "application/json",
		...(hasBody ? { "content-type": "application/json" } : {}),
		...(credential === undefined
			? {}
			: { authorization: `Bearer ${credential}` }),
		...(idempotencyKey === undefined
			? {}
			: { "idempotency-key": idempotencyKey }),
		...(ifMatch === undefined ? {} : { "if-match": `"${ifMatch}"` }),
		...(reason === undefined ? {} : { "reeve-reason": headerText(reason) }),
		...headers?.(),
	};
}

/** A header carries bytes: text beyond ASCII travels as its UTF-8. */
function headerText(text: string): string {
	return String.fromCharCode(...new TextEncoder().encode(text));
}

async function read(response: Response): Promise<unknown> {
	const text = await response.text();
	if (response.ok) return text === "" ? null : JSON.parse(text);
	throw new ReeveProblem(problemOf(response, text), response.headers);
}

/** What stands between may answer in words of its own; those become a problem too. */
function problemOf({ status, statusText }: Response, text: string): Problem {
	try {
		const problem = JSON.parse(text) as Problem;
		if (typeof problem.code === "string") return problem;
	} catch {
		// Not the server's words.
	}
	return {
		type: "about:blank",
		title: statusText,
		status,
		detail: `The answer was ${status} ${statusText}.`.replace(" .", "."),
		code: "unknown",
	};
}

export type Account = {
	/** The number of an object, as a string */
	id: string;
	parent_id: string | null;
	kind: "provider" | "tenant" | "standalone";
	name: string;
	status: "pending" | "active" | "suspended";
	domain: string;
	/** Published as a TXT record reeve-verification=…, it proves the domain */
	dns_challenge: string;
	activated_at: string | null;
	suspended_at: string | null;
	street_address: string;
	street_address2: string;
	city: string;
	state: string;
	zip_code: string;
	/** ISO 3166-1; empty when unknown */
	country_code: string;
	admin_emails: string[];
	seats: number;
	/** The package sold */
	package_id: 99 | 101 | 107 | 171 | 202 | 246 | 248 | 250 | 252 | 312;
	license_type: "term" | "msla";
	is_trial: boolean;
	deal_id: string | null;
	ccw_deal_owner_emails: string[];
	addon_rbi: "0" | "1" | "2" | "3" | null;
	addon_dlp: boolean | null;
	addon_cdfw_l7: boolean | null;
	package_name: string;
	subscription: string | null;
	verified_ranges: string[];
	settings: {
		/** Endpoints of users log in again */
		peer_login_expiration_enabled?: boolean;
		/** Seconds until they must */
		peer_login_expiration?: number;
		/** Idle endpoints log in again */
		peer_inactivity_expiration_enabled?: boolean;
		/** Seconds of idleness until they must */
		peer_inactivity_expiration?: number;
		/** Users of role user see nothing */
		regular_users_view_blocked?: boolean;
		/** Groups of a user reach the endpoints */
		groups_propagation_enabled?: boolean;
		/** Groups come from the identity provider */
		jwt_groups_enabled?: boolean;
		jwt_groups_claim_name?: string;
		jwt_allow_groups?: string[];
		/** Routers resolve domain routes */
		routing_peer_dns_resolution_enabled?: boolean;
		/** Domain of the endpoints' names; empty for the server's own */
		dns_domain?: string;
		/** Endpoints connect when traffic needs it */
		lazy_connection_enabled?: boolean;
		/** Endpoints may publish services */
		peer_expose_enabled?: boolean;
		/** Whose endpoints may */
		peer_expose_groups?: string[];
		auto_update_version?: string;
		/** Update agents without asking */
		auto_update_always?: boolean;
		/** Agents send figures of their work */
		metrics_push_enabled?: boolean;
		/** The account serves agents alone */
		agent_network_only?: boolean;
		dashboard_features?: {
			/** Show the agent network */
			agent_network?: boolean;
		};
		/** Local users sign in with a second factor */
		local_mfa_enabled?: boolean;
		/** Whoever reaches tenants signs in with a second factor */
		tenant_reach_mfa_enabled?: boolean;
		/** Whose endpoints get IPv6 addresses */
		ipv6_enabled_groups?: string[];
		extra?: {
			/** New endpoints wait for approval */
			peer_approval_enabled?: boolean;
			/** New users wait for approval */
			user_approval_required?: boolean;
			/** Endpoints report their traffic */
			network_traffic_logs_enabled?: boolean;
			/** Whose traffic; empty for all */
			network_traffic_logs_groups?: string[];
			/** Count packets and bytes too */
			network_traffic_packet_counter_enabled?: boolean;
		};
	};
	onboarding: {
		signup_form_pending: boolean;
		onboarding_flow_pending: boolean;
	};
	network_range: string | null;
	created_by: string | null;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type AccountInvitationsAnswer = {
	data: Array<{
		/** The number of an object, as a string */
		provider_id: string;
		provider_name: string;
		/** RFC 3339, UTC */
		invited_at: string;
	}>;
};

export type AccountOverviewAnswer = {
	stats: AccountStatsAnswer;
	devices: {
		total: number;
		critical: number;
		trouble: number;
		attention: number;
		service_down: number;
		clear: number;
		not_watched: number;
		/** Left out of the alarms, in whatever state they are */
		suppressed: number;
	};
	endpoints: {
		total: number;
		online: number;
		offline: number;
		/** For approval */
		waiting: number;
	};
	users: {
		people: number;
		active: number;
		invited: number;
		/** For approval */
		pending: number;
		blocked: number;
		service: number;
	};
	keys: {
		/** That people made: no machines, no sessions */
		total: number;
		active: number;
		disabled: number;
		expired: number;
	};
	setup_keys: {
		total: number;
		valid: number;
	};
	last_event: {
		/** The number of an object, as a string */
		id: string;
		/** RFC 3339, UTC */
		at: string;
		operation: string;
		actor_name: string;
		external: boolean;
	} | null;
	reached_by: {
		groups: number;
		people: number;
	} | null;
};

export type AccountRow = {
	/** The number of an object, as a string */
	id: string;
	kind: "provider" | "tenant" | "standalone";
	name: string;
	status: "pending" | "active" | "suspended";
	role: "owner" | "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user" | null;
};

export type AccountStatsAnswer = {
	/** People who signed in, or whose credentials were used */
	active_users: number;
	/** People, without service users */
	total_users: number;
	active_endpoints: number;
	total_endpoints: number;
	service_users: number;
	groups: number;
	networks: number;
	registered_networks: number;
	policies: number;
	setup_keys: number;
	credentials: number;
	/** Monitored devices */
	devices: number;
	/** Registered network devices */
	network_devices: number;
	probes: number;
	/** Of a provider */
	tenants: number;
	/** Seats of all its tenants */
	tenant_seats: number;
};

export type AccountTotalsAnswer = {
	/** That were added up */
	accounts: number;
	devices: {
		total: number;
		critical: number;
		trouble: number;
		attention: number;
		service_down: number;
		clear: number;
		not_watched: number;
		/** Left out of the alarms, in whatever state they are */
		suppressed: number;
	};
	endpoints: {
		total: number;
		online: number;
		offline: number;
		/** For approval */
		waiting: number;
	};
	users: {
		people: number;
		active: number;
		invited: number;
		/** For approval */
		pending: number;
		blocked: number;
		service: number;
	};
	keys: {
		/** That people made: no machines, no sessions */
		total: number;
		active: number;
		disabled: number;
		expired: number;
	};
	setup_keys: {
		total: number;
		valid: number;
	};
};

export type Attention = {
	kind: "devices_critical" | "audit_unsealed" | "devices_trouble" | "devices_service_down" | "people_without_second_factor" | "calls_limited" | "keys_expired" | "keys_expiring" | "endpoints_waiting" | "users_waiting" | "devices_attention" | "keys_unlimited" | "keys_unused" | "setup_keys_expiring" | "setup_keys_expired" | "setup_keys_used_up" | "invitations_expired" | "tenants_suspended" | "tenants_unverified";
	severity: "critical" | "warning" | "notice";
	account: {
		/** The number of an object, as a string */
		id: string;
		name: string;
	};
	/** How many things; of calls_limited the calls */
	count: number;
	/** Those it has held for longest */
	examples: Array<{
		/** The number of an object, as a string */
		id: string;
		name: string;
	}>;
	since: string | null;
	/** The operation that lists them all in that account, and the fields to give it */
	list: {
		operation: string;
		filter: Record<string, unknown>;
	};
};

export type Audit = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	/** RFC 3339, UTC */
	at: string;
	actor: {
		kind: string;
		id: string | null;
		account_id: string | null;
		name: string;
		email: string;
	};
	/** Whether the actor is at home in another account */
	external: boolean;
	credential_id: string | null;
	surface: string;
	operation: string;
	outcome: "done" | "refused";
	target: {
		type: string;
		id: string | null;
		name: string;
	};
	/** The object, without its secrets; null where there is none */
	before: unknown;
	/** The object, without its secrets; null where there is none */
	after: unknown;
	reason: string;
	address: string;
	user_agent: string;
	request_id: string;
	sequence: number | null;
};

export type AuditFacetsAnswer = {
	/** Of the oldest event that was looked at, or 31 days ago */
	since: string;
	actors: Array<{
		kind: string;
		id: string | null;
		account_id: string | null;
		name: string;
		email: string;
		/** Whether any of it was done in another account */
		external: boolean;
		events: number;
	}>;
	operations: Array<{
		value: string;
		events: number;
	}>;
	target_types: Array<{
		value: string;
		events: number;
	}>;
};

export type AuditHeadAnswer = {
	/** The number of an object, as a string */
	account_id: string;
	/** Events sealed so far */
	sequence: number;
	hash: string | null;
	sealed_at: string | null;
	checkpoint: {
		sequence: number;
		/** SHA-256, hexadecimal */
		hash: string;
		/** RFC 3339 in UTC, to the microsecond, as it was signed */
		at: string;
		key_id: string;
		/** Ed25519, base64 */
		signature: string;
	} | null;
};

export type AuditVerifyAnswer = {
	/** The number of an object, as a string */
	account_id: string;
	from: number;
	/** The last place that was checked */
	to: number;
	/** The last place there is */
	head: number;
	/** Whether the end was reached */
	complete: boolean;
	/** Whether nothing was found wrong */
	ok: boolean;
	fault: {
		what: "changed" | "missing" | "order" | "inserted" | "foreign" | "cut" | "checkpoint" | "malformed";
		sequence: number | null;
		event_id: string | null;
		message: string;
	} | null;
	/** How many were found in this part; at most 100 are counted */
	faults: number;
	checkpoint: {
		sequence: number;
		/** As it was signed */
		at: string;
		key_id: string;
		own_key: boolean;
	} | null;
	/** Events too young to have a place yet */
	unsealed: number;
	/** RFC 3339, UTC */
	checked_at: string;
};

export type Device = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	kind: "monitored" | "network_device";
	name: string;
	display_name: string;
	ip_address: string | null;
	dns_name: string;
	netmask: string;
	category: string;
	type: string;
	vendor: string;
	model: string;
	mac_address: string | null;
	serial_number: string;
	tag: string;
	device_id: string | null;
	protocol: string;
	poll_interval_seconds: number;
	managed: boolean;
	suppressed: boolean;
	/** 1 critical, 2 trouble, 3 attention, 4 service down, 5 clear, 7 not watched */
	status: number;
	/** Whether `status` was measured. `not_monitored_yet`: managed, but nothing has polled it so far */
	monitoring: "monitored" | "not_monitored_yet" | "unmanaged";
	status_at: string | null;
	interface_count: number;
	probe_id: string | null;
	probe_number: number | null;
	probe_name: string | null;
	region_id: string | null;
	effective_region_id: string | null;
	/** Fields of your own, by name */
	custom_fields: Record<string, string>;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type DeviceListCategoriesAnswer = {
	data: Array<{
		name: string;
		title: string;
	}>;
};

export type DnsPolicy = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	name: string;
	type: "dns" | "web";
	priority: number;
	is_default: boolean;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
	/** Identities it is assigned to directly */
	identities_count: number;
};

export type DnsPolicyListOfIdentityAnswer = {
	data: Array<{
		/** The number of an object, as a string */
		id: string;
		/** The number of an object, as a string */
		account_id: string;
		name: string;
		type: "dns" | "web";
		priority: number;
		is_default: boolean;
		version: number;
		/** RFC 3339, UTC */
		created_at: string;
		/** RFC 3339, UTC */
		updated_at: string;
		/** Assigned, and not just the default */
		is_applied_directly: boolean;
	}>;
};

export type DnsPolicyRow = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	kind: "registered_network" | "endpoint" | "network_device";
	name: string;
	/** RFC 3339, UTC */
	assigned_at: string;
};

export type Endpoint = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	name: string;
	hostname: string;
	/** 16 upper-case hex digits */
	device_id: string;
	ip: string | null;
	dns_label: string;
	extra_dns_labels: string[];
	connection_ip: string | null;
	os: string;
	os_version: string;
	kernel_version: string;
	agent_version: string;
	ui_version: string;
	serial_number: string;
	public_key: string;
	country_code: string;
	city_name: string;
	status: "Off" | "Unprotected" | "Protected" | "Encrypted" | "ProtectedByVA" | "ProtectedByNetwork" | "DisabledByUser" | "Uninstalled" | "DisabledByVPN";
	/** The status when it was last heard of */
	last_sync_status: "Off" | "Unprotected" | "Protected" | "Encrypted" | "ProtectedByVA" | "ProtectedByNetwork" | "DisabledByUser" | "Uninstalled" | "DisabledByVPN";
	connected: boolean;
	user_id: string | null;
	setup_key_id: string | null;
	ephemeral: boolean;
	ssh_enabled: boolean;
	login_expiration_enabled: boolean;
	login_expired: boolean;
	inactivity_expiration_enabled: boolean;
	approval_required: boolean;
	groups: Array<{
		/** The number of an object, as a string */
		id: string;
		name: string;
		endpoints_count: number;
		resources_count: number;
	}>;
	last_login_at: string | null;
	last_seen_at: string | null;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type EndpointEnrollAnswer = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	name: string;
	hostname: string;
	/** 16 upper-case hex digits */
	device_id: string;
	ip: string | null;
	dns_label: string;
	extra_dns_labels: string[];
	connection_ip: string | null;
	os: string;
	os_version: string;
	kernel_version: string;
	agent_version: string;
	ui_version: string;
	serial_number: string;
	public_key: string;
	country_code: string;
	city_name: string;
	status: "Off" | "Unprotected" | "Protected" | "Encrypted" | "ProtectedByVA" | "ProtectedByNetwork" | "DisabledByUser" | "Uninstalled" | "DisabledByVPN";
	/** The status when it was last heard of */
	last_sync_status: "Off" | "Unprotected" | "Protected" | "Encrypted" | "ProtectedByVA" | "ProtectedByNetwork" | "DisabledByUser" | "Uninstalled" | "DisabledByVPN";
	connected: boolean;
	user_id: string | null;
	setup_key_id: string | null;
	ephemeral: boolean;
	ssh_enabled: boolean;
	login_expiration_enabled: boolean;
	login_expired: boolean;
	inactivity_expiration_enabled: boolean;
	approval_required: boolean;
	groups: Array<{
		/** The number of an object, as a string */
		id: string;
		name: string;
		endpoints_count: number;
		resources_count: number;
	}>;
	last_login_at: string | null;
	last_seen_at: string | null;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
	/** The machine's credential, shown once */
	token: string;
};

export type EndpointHeartbeatAnswer = {
	/** The number of an object, as a string */
	id: string;
	approval_required: boolean;
	interval_seconds: number;
};

export type EndpointStatsAnswer = {
	total: number;
	connected: number;
	approval_required: number;
	by_status: Array<{
		value: string;
		count: number;
	}>;
	by_os: Array<{
		value: string;
		count: number;
	}>;
	by_agent_version: Array<{
		value: string;
		count: number;
	}>;
};

export type Grant = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	/** The number of an object, as a string */
	group_id: string;
	group_name: string;
	/** The number of an object, as a string */
	tenant_id: string;
	tenant_name: string;
	role: "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type GrantRow = {
	/** The number of an object, as a string */
	user_id: string;
	user_name: string;
	user_email: string;
	user_blocked: boolean;
	/** The number of an object, as a string */
	tenant_id: string;
	tenant_name: string;
	tenant_status: string;
	role: "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
	through: Array<{
		/** The number of an object, as a string */
		group_id: string;
		group_name: string;
		role: "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
	}>;
};

export type Group = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	name: string;
	issued: "api" | "integration" | "jwt";
	built_in: "all" | "administrators" | null;
	users: string[];
	endpoints: Array<{
		/** The number of an object, as a string */
		id: string;
		name: string;
	}>;
	resources: Array<{
		/** The number of an object, as a string */
		id: string;
		type: "host" | "subnet" | "domain";
	}>;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type GroupRow = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	name: string;
	issued: "api" | "integration" | "jwt";
	built_in: "all" | "administrators" | null;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
	users_count: number;
	endpoints_count: number;
	resources_count: number;
	users?: string[];
	endpoints?: Array<{
		/** The number of an object, as a string */
		id: string;
		name: string;
	}>;
	resources?: Array<{
		/** The number of an object, as a string */
		id: string;
		type: "host" | "subnet" | "domain";
	}>;
};

export type IdentityProvider = {
	/** The number of an object, as a string */
	account_id: string;
	/** As the sign-in page names it */
	name: string;
	/** The provider's own name, an https URL below which it serves `/.well-known/openid-configuration` */
	issuer: string;
	client_id: string;
	/** Domains of the e-mail addresses whose people sign in there */
	domains: string[];
	/** Whether people of these domains sign in no other way; the owner keeps the password as a way back */
	required: boolean;
	newcomer_role: "network_admin" | "operator" | "auditor" | "billing_admin" | "user" | null;
	/** Whether a sign-in there counts as a second factor too */
	second_factor: boolean;
	/** Whether the owner may sign in there too; only an owner turns it on */
	include_owner: boolean;
	/** Whether addresses of these domains count as verified where the provider does not say; some never do */
	trust_addresses: boolean;
	enabled: boolean;
	/** Whether there is a client secret; it is never shown */
	client_secret_set: boolean;
	/** To be allowed at the provider: where it sends people back */
	redirect_uri: string;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type Key = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	kind: "api" | "mcp" | "organization" | "network_device" | "personal" | "service" | "probe";
	/** The kind in words */
	type: string;
	name: string;
	description: string;
	/** Public id: the user name of the pair */
	key: string;
	masked_key: string;
	status: "active" | "disabled" | "expired";
	enabled: boolean;
	/** all: whatever its user may call; modules: a level for each module; operations: a list of operation ids */
	access: {
		type: "all" | "modules" | "operations";
		/** Level of each module; none unless said. Modules: accounts, tenants, users, groups, grants, keys, setup_keys, networks, policies, devices, endpoints, probes, regions, audit, limits */
		modules?: Record<string, "read" | "write" | "none">;
		operations?: string[];
	};
	opens: "umbrella_management" | "umbrella_network_devices" | "umbrella_legacy_network_devices" | null;
	user: {
		/** The number of an object, as a string */
		id: string;
		kind: "human" | "service";
		name: string;
		email: string;
	} | null;
	subject_id: string | null;
	allowed_addresses: string[];
	tenants: string[] | null;
	require_account: boolean;
	created_by: string | null;
	created_by_name: string;
	expires_at: string | null;
	regenerated_at: string | null;
	overlap_until: string | null;
	last_used_at: string | null;
	last_used_address: string | null;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type KeyCreateAnswer = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	kind: "api" | "mcp" | "organization" | "network_device" | "personal" | "service" | "probe";
	/** The kind in words */
	type: string;
	name: string;
	description: string;
	/** Public id: the user name of the pair */
	key: string;
	masked_key: string;
	status: "active" | "disabled" | "expired";
	enabled: boolean;
	/** all: whatever its user may call; modules: a level for each module; operations: a list of operation ids */
	access: {
		type: "all" | "modules" | "operations";
		/** Level of each module; none unless said. Modules: accounts, tenants, users, groups, grants, keys, setup_keys, networks, policies, devices, endpoints, probes, regions, audit, limits */
		modules?: Record<string, "read" | "write" | "none">;
		operations?: string[];
	};
	opens: "umbrella_management" | "umbrella_network_devices" | "umbrella_legacy_network_devices" | null;
	user: {
		/** The number of an object, as a string */
		id: string;
		kind: "human" | "service";
		name: string;
		email: string;
	} | null;
	subject_id: string | null;
	allowed_addresses: string[];
	tenants: string[] | null;
	require_account: boolean;
	created_by: string | null;
	created_by_name: string;
	expires_at: string | null;
	regenerated_at: string | null;
	overlap_until: string | null;
	last_used_at: string | null;
	last_used_address: string | null;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
	/** The whole credential, for Token, Bearer and apikey */
	token: string;
	/** The password that goes with `key` as user name; a network device's token has none of its own */
	secret?: string;
};

export type KeyUsageAnswer = {
	/** The number of an object, as a string */
	id: string;
	/** RFC 3339, UTC */
	since: string;
	/** Let in */
	calls: number;
	/** Refused by rights */
	refusals: number;
	/** Turned away by a limit */
	limited: number;
	operations: Array<{
		operation: string;
		/** Let in */
		calls: number;
		/** Refused by rights */
		refusals: number;
		/** Turned away by a limit */
		limited: number;
		/** The hour of the last call, UTC */
		last_hour: string;
		last_address: string;
	}>;
	addresses: Array<{
		/** Empty for all those that were too many to tell apart */
		address: string;
		/** Let in */
		calls: number;
		/** Refused by rights */
		refusals: number;
		/** Turned away by a limit */
		limited: number;
		/** RFC 3339, UTC */
		last_at: string;
	}>;
	refused: Array<{
		/** The number of an object, as a string */
		event_id: string;
		/** RFC 3339, UTC */
		at: string;
		operation: string;
		reason: string;
		address: string;
	}>;
	hours?: Array<{
		/** Its beginning, UTC */
		hour: string;
		/** Let in */
		calls: number;
		/** Refused by rights */
		refusals: number;
		/** Turned away by a limit */
		limited: number;
	}>;
};

export type Limit = {
	/** The number of an object, as a string */
	credential_id: string;
	/** The number of an object, as a string */
	account_id: string;
	credential_per_minute: number;
	credential_burst: number;
	/** Of one operation, unless it has a figure of its own */
	reads_per_minute: number;
	writes_per_minute: number;
	budgets: Array<{
		name: string;
		/** Calls at once from rest */
		limit: number;
		/** In which it fills up again */
		window_seconds: number;
		remaining: number;
		/** Until it is full */
		reset_seconds: number;
	}>;
};

export type LimitHistoryAnswer = {
	/** RFC 3339, UTC */
	from: string;
	/** RFC 3339, UTC */
	to: string;
	/** Let in */
	calls: number;
	/** Refused by rights */
	refusals: number;
	/** Turned away by a limit */
	limited: number;
	hours: Array<{
		/** Its beginning, UTC */
		hour: string;
		/** Let in */
		calls: number;
		/** Refused by rights */
		refusals: number;
		/** Turned away by a limit */
		limited: number;
	}>;
};

export type LimitRow = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	kind: "api" | "mcp" | "organization" | "network_device" | "personal" | "service" | "probe";
	/** The kind in words */
	type: string;
	name: string;
	masked_key: string;
	status: "active" | "disabled" | "expired";
	user: {
		/** The number of an object, as a string */
		id: string;
		kind: "human" | "service";
		name: string;
		email: string;
	} | null;
	last_used_at: string | null;
	last_used_address: string | null;
	budgets: Array<{
		name: string;
		/** Calls at once from rest */
		limit: number;
		/** In which it fills up again */
		window_seconds: number;
		remaining: number;
		/** Until it is full */
		reset_seconds: number;
	}>;
	/** By whole hours */
	last_day: {
		/** Let in */
		calls: number;
		/** Refused by rights */
		refusals: number;
		/** Turned away by a limit */
		limited: number;
	};
};

export type Network = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	name: string;
	description: string;
	/** Routers that lead into it */
	routers: string[];
	/** What can be reached in it */
	resources: string[];
	/** Policies with a destination that is one of its resources or a group of one */
	policies: string[];
	/** Distinct endpoints that route, named directly or by group */
	routing_endpoints_count: number;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type NetworkResource = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	/** The number of an object, as a string */
	network_id: string;
	name: string;
	description: string;
	type: "host" | "subnet" | "domain";
	address: string;
	enabled: boolean;
	groups: Array<{
		/** The number of an object, as a string */
		id: string;
		name: string;
		endpoints_count: number;
		resources_count: number;
	}>;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type NetworkRouter = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	/** The number of an object, as a string */
	network_id: string;
	endpoint_id: string | null;
	groups: string[];
	metric: number;
	masquerade: boolean;
	enabled: boolean;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type Permission = {
	data: Array<{
		/** The operation, as access lists name it */
		id: string;
		module: "accounts" | "tenants" | "users" | "groups" | "grants" | "keys" | "setup_keys" | "networks" | "policies" | "devices" | "endpoints" | "probes" | "regions" | "audit" | "limits";
		module_title: string;
		access: "read" | "write";
		summary: string;
		method: string;
		/** Below /api/v1 */
		path: string;
		/** Calls a minute of one credential */
		per_minute: number;
		/** Whether the caller's role decides; else whoever is let in may call it */
		by_role: boolean;
		/** Whether the caller, who may call it here, can open it to a key */
		grantable: boolean;
	}>;
};

export type Policy = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	name: string;
	description: string;
	enabled: boolean;
	rules: Array<{
		/** The number of an object, as a string */
		id: string;
		name: string;
		description: string;
		enabled: boolean;
		action: "accept" | "drop";
		bidirectional: boolean;
		protocol: "all" | "tcp" | "udp" | "icmp" | "netbird-ssh";
		ports: number[];
		port_ranges: Array<{
			start: number;
			end: number;
		}>;
		authorized_groups: Record<string, string[]> | null;
		sources: Array<{
			/** The number of an object, as a string */
			id: string;
			name: string;
			endpoints_count: number;
			resources_count: number;
		}>;
		source_resource: {
			/** The number of an object, as a string */
			id: string;
			type: "host" | "subnet" | "domain" | "endpoint";
		} | null;
		destinations: Array<{
			/** The number of an object, as a string */
			id: string;
			name: string;
			endpoints_count: number;
			resources_count: number;
		}>;
		destination_resource: {
			/** The number of an object, as a string */
			id: string;
			type: "host" | "subnet" | "domain" | "endpoint";
		} | null;
	}>;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type Probe = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	/** Its own in the whole server */
	number: number;
	name: string;
	display_name: string;
	region_id: string | null;
	contact_person: string;
	contact_email: string;
	timezone: string;
	agent_version: string;
	platform: string;
	address: string | null;
	/** Disconnected after 180 seconds without a check-in */
	status: "never_connected" | "connected" | "disconnected";
	last_contact_at: string | null;
	devices_count: number;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type ProbeCheckInAnswer = {
	/** The number of an object, as a string */
	id: string;
	number: number;
	name: string;
	next_check_in_seconds: number;
};

export type ProbeCreateAnswer = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	/** Its own in the whole server */
	number: number;
	name: string;
	display_name: string;
	region_id: string | null;
	contact_person: string;
	contact_email: string;
	timezone: string;
	agent_version: string;
	platform: string;
	address: string | null;
	/** Disconnected after 180 seconds without a check-in */
	status: "never_connected" | "connected" | "disconnected";
	last_contact_at: string | null;
	devices_count: number;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
	/** What the probe checks in with */
	key: string;
};

export type Profile = {
	name: string;
	email: string;
	/** Role in the account */
	role: "owner" | "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
	/** IANA name, such as Europe/Vienna */
	timezone: string;
	/** Whether there is a password, or single sign-on alone */
	password: boolean;
};

export type Region = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	name: string;
	description: string;
	probes_count: number;
	/** Devices in the region, by themselves or through their probe */
	devices_count: number;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type RegisteredNetwork = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	name: string;
	ip_address: string | null;
	prefix_length: number | null;
	is_dynamic: boolean;
	/** Whether it lies within the account's verified ranges now */
	is_verified: boolean;
	status: "OPEN" | "CLOSED";
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type Role = {
	data: Array<{
		role: "owner" | "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
		title: string;
		/** Of several roles in one account the highest counts */
		rank: number;
		rights: Array<{
			module: "accounts" | "tenants" | "users" | "groups" | "grants" | "keys" | "setup_keys" | "networks" | "policies" | "devices" | "endpoints" | "probes" | "regions" | "audit" | "limits";
			title: string;
			right: "none" | "read" | "write";
		}>;
		/** Operations it may not call although it has their module */
		withheld: string[];
		/** Operations it may call although it lacks their module */
		extra: string[];
	}>;
};

export type SecondFactor = {
	data: Array<{
		/** The number of an object, as a string */
		id: string;
		kind: "totp" | "passkey";
		/** What the person calls it */
		name: string;
		/** A passkey that the person's other devices have too */
		backed_up: boolean;
		last_used_at: string | null;
		/** RFC 3339, UTC */
		created_at: string;
	}>;
	/** Recovery codes that are still good */
	recovery_codes_left: number;
	/** Whether your account asks you for a second factor */
	demanded: boolean;
};

export type SecondFactorBeginPasskeyAnswer = {
	options: {
		rp: {
			id: string;
			name: string;
		};
		user: {
			id: string;
			name: string;
			displayName: string;
		};
		challenge: string;
		pubKeyCredParams: Array<{
			type: "public-key";
			alg: number;
		}>;
		/** Milliseconds */
		timeout: number;
		attestation: string;
		excludeCredentials: Array<{
			id: string;
			type: "public-key";
			transports?: string[];
		}>;
		authenticatorSelection: {
			residentKey: string;
			requireResidentKey: boolean;
			userVerification: "required" | "preferred" | "discouraged";
		};
	};
};

export type SecondFactorBeginTotpAnswer = {
	/** Base32, for apps without a camera */
	secret: string;
	/** otpauth://…, to be shown as a QR code */
	url: string;
};

export type SecondFactorConfirmTotpAnswer = {
	/** The number of an object, as a string */
	id: string;
	kind: "totp" | "passkey";
	/** What the person calls it */
	name: string;
	/** A passkey that the person's other devices have too */
	backed_up: boolean;
	last_used_at: string | null;
	/** RFC 3339, UTC */
	created_at: string;
	recovery_codes: string[] | null;
};

export type SecondFactorRenewRecoveryCodesAnswer = {
	/** Ten codes, each good once in place of a factor; shown this once */
	recovery_codes: string[];
};

export type Session = {
	/** The number of an object, as a string */
	id: string;
	/** Whether this is the session that asks */
	current: boolean;
	/** How the person proved who they are */
	methods: Array<"password" | "totp" | "passkey" | "recovery_code" | "sso">;
	/** Where the sign-in came from */
	address: string;
	user_agent: string;
	last_used_at: string | null;
	last_used_address: string | null;
	/** When the person last proved who they are */
	confirmed_at: string;
	/** The end, whatever happens */
	expires_at: string;
	/** The end unless it is used before */
	idle_expires_at: string;
	/** RFC 3339, UTC */
	created_at: string;
};

export type SessionConfirmAnswer = {
	/** RFC 3339, UTC */
	confirmed_until: string;
};

export type SessionEndOthersAnswer = {
	/** How many there were */
	ended: number;
};

export type SessionPasskeyOptionsAnswer = {
	options: {
		rpId: string;
		challenge: string;
		allowCredentials: Array<{
			id: string;
			type: "public-key";
			transports?: string[];
		}>;
		/** Milliseconds */
		timeout: number;
		userVerification: "required" | "preferred" | "discouraged";
	};
};

export type SetupKey = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	name: string;
	type: "reusable" | "one-off";
	masked_key: string;
	state: "valid" | "overused" | "expired" | "revoked";
	valid: boolean;
	revoked: boolean;
	/** 0 for no limit */
	usage_limit: number;
	used_times: number;
	groups: string[];
	ephemeral: boolean;
	allow_extra_dns_labels: boolean;
	expires_at: string | null;
	last_used_at: string | null;
	created_by: string | null;
	created_by_name: string;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type SetupKeyCreateAnswer = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	name: string;
	type: "reusable" | "one-off";
	masked_key: string;
	state: "valid" | "overused" | "expired" | "revoked";
	valid: boolean;
	revoked: boolean;
	/** 0 for no limit */
	usage_limit: number;
	used_times: number;
	groups: string[];
	ephemeral: boolean;
	allow_extra_dns_labels: boolean;
	expires_at: string | null;
	last_used_at: string | null;
	created_by: string | null;
	created_by_name: string;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
	/** An upper-case UUID, shown once; machines enrol with it */
	key: string;
};

export type SignInInvitationAnswer = {
	email: string;
	name: string;
	organization: string;
	invited_by: string;
	/** RFC 3339, UTC */
	expires_at: string;
	/** Whether it can still be accepted */
	valid: boolean;
	/** Whether it is accepted by setting a password; if not, by single sign-on */
	password: boolean;
};

export type SignInPasswordAnswer = {
	/** Whether the person is signed in, must show a second factor, or must enrol one before anything else */
	next: "signed_in" | "second_factor" | "enrol_second_factor";
	/** The second factors that can be shown */
	methods: Array<"totp" | "passkey" | "recovery_code">;
	csrf: string | null;
};

export type SignInRecoveryCodeAnswer = {
	/** Whether the person is signed in, must show a second factor, or must enrol one before anything else */
	next: "signed_in" | "second_factor" | "enrol_second_factor";
	/** The second factors that can be shown */
	methods: Array<"totp" | "passkey" | "recovery_code">;
	csrf: string | null;
	/** Recovery codes that are still good */
	recovery_codes_left: number;
};

export type SignInResetAnswer = {
	email: string;
	name: string;
	organization: string;
	/** RFC 3339, UTC */
	expires_at: string;
};

export type SignInSsoAnswer = {
	/** The identity provider's sign-in page */
	url: string;
};

export type SignInStateAnswer = {
	/** Whether there is an account yet */
	set_up: boolean;
	signed_in: boolean;
	csrf: string | null;
	needs: "second_factor_enrolment" | null;
	/** Whether the server can send mail, such as a reset link */
	mail: boolean;
	/** Of the server */
	version: string;
};

export type Tenant = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	name: string;
	domain: string;
	status: "existing" | "invited" | "pending" | "active" | "suspended";
	/** Published as a TXT record reeve-verification=…, it proves the domain */
	dns_challenge: string;
	groups: Array<{
		/** The number of an object, as a string */
		group_id: string;
		group_name: string;
		role: "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
		/** The number of an object, as a string */
		grant_id: string;
	}>;
	street_address: string;
	street_address2: string;
	city: string;
	state: string;
	zip_code: string;
	/** ISO 3166-1; empty when unknown */
	country_code: string;
	admin_emails: string[];
	seats: number;
	/** The package sold */
	package_id: 99 | 101 | 107 | 171 | 202 | 246 | 248 | 250 | 252 | 312;
	license_type: "term" | "msla";
	is_trial: boolean;
	deal_id: string | null;
	ccw_deal_owner_emails: string[];
	addon_rbi: "0" | "1" | "2" | "3" | null;
	addon_dlp: boolean | null;
	addon_cdfw_l7: boolean | null;
	package_name: string;
	subscription: string | null;
	verified_ranges: string[];
	activated_at: string | null;
	invited_at: string | null;
	suspended_at: string | null;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type TenantRow = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	name: string;
	domain: string;
	status: "existing" | "invited" | "pending" | "active" | "suspended";
	/** Published as a TXT record reeve-verification=…, it proves the domain */
	dns_challenge: string;
	groups: Array<{
		/** The number of an object, as a string */
		group_id: string;
		group_name: string;
		role: "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
		/** The number of an object, as a string */
		grant_id: string;
	}>;
	street_address: string;
	street_address2: string;
	city: string;
	state: string;
	zip_code: string;
	/** ISO 3166-1; empty when unknown */
	country_code: string;
	admin_emails: string[];
	seats: number;
	/** The package sold */
	package_id: 99 | 101 | 107 | 171 | 202 | 246 | 248 | 250 | 252 | 312;
	license_type: "term" | "msla";
	is_trial: boolean;
	deal_id: string | null;
	ccw_deal_owner_emails: string[];
	addon_rbi: "0" | "1" | "2" | "3" | null;
	addon_dlp: boolean | null;
	addon_cdfw_l7: boolean | null;
	package_name: string;
	subscription: string | null;
	verified_ranges: string[];
	activated_at: string | null;
	invited_at: string | null;
	suspended_at: string | null;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
	counts?: {
		devices: number;
		alarms: {
			critical: number;
			trouble: number;
			attention: number;
			service_down: number;
		};
		endpoints: number;
		endpoints_online: number;
		/** People, without service users */
		users: number;
		last_activity_at: string | null;
	} | null;
};

export type TenantUsageAnswer = {
	/** People who signed in, or whose credentials were used */
	active_users: number;
	/** People, without service users */
	total_users: number;
	active_endpoints: number;
	total_endpoints: number;
};

export type TenantVerifyDomainAnswer = {
	verified: boolean;
	dns_challenge: string;
};

export type User = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	kind: "human" | "service";
	email: string;
	name: string;
	first_name: string;
	last_name: string;
	/** Role in the account */
	role: "owner" | "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
	status: "active" | "invited" | "pending";
	blocked: boolean;
	/** Whether credentials of this user may call the API */
	api_access: boolean;
	/** Whether they sign in with a second factor, their own or their identity provider's */
	second_factor: boolean;
	groups: string[];
	timezone: string;
	issued: "api" | "integration";
	last_login_at: string | null;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type UserCreateAnswer = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	kind: "human" | "service";
	email: string;
	name: string;
	first_name: string;
	last_name: string;
	/** Role in the account */
	role: "owner" | "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
	status: "active" | "invited" | "pending";
	blocked: boolean;
	/** Whether credentials of this user may call the API */
	api_access: boolean;
	/** Whether they sign in with a second factor, their own or their identity provider's */
	second_factor: boolean;
	groups: string[];
	timezone: string;
	issued: "api" | "integration";
	last_login_at: string | null;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
	/** The generated password, shown once */
	password?: string;
};

export type UserCreateResetLinkAnswer = {
	/** The page that sets the password; shown once */
	url?: string;
	/** RFC 3339, UTC */
	expires_at: string;
};

export type UserEndSessionsAnswer = {
	/** How many sessions there were */
	ended: number;
};

export type UserInvite = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	/** The number of an object, as a string */
	user_id: string;
	email: string;
	name: string;
	/** Role in the account */
	role: "owner" | "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
	groups: string[];
	/** RFC 3339, UTC */
	expires_at: string;
	expired: boolean;
	created_by: string | null;
	created_by_name: string;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
	/** Opens the invitation; shown once */
	token?: string;
	/** The page that takes the invitation up; shown once */
	url?: string;
	/** Whether the mail server took the link; absent when none is configured */
	mailed?: boolean;
};

export type UserInviteRow = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	account_id: string;
	/** The number of an object, as a string */
	user_id: string;
	email: string;
	name: string;
	/** Role in the account */
	role: "owner" | "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
	groups: string[];
	/** RFC 3339, UTC */
	expires_at: string;
	expired: boolean;
	created_by: string | null;
	created_by_name: string;
	version: number;
	/** RFC 3339, UTC */
	created_at: string;
	/** RFC 3339, UTC */
	updated_at: string;
};

export type UserResetSecondFactorsAnswer = {
	/** How many were taken */
	second_factors: number;
	/** How many were ended */
	sessions: number;
};

export type Whoami = {
	credential: {
		/** The number of an object, as a string */
		id: string;
		kind: string;
		name: string;
		expires_at: string | null;
		/** What it opens, before the role cuts it */
		access: unknown;
		tenants: string[] | null;
		require_account: boolean;
	};
	user: {
		/** The number of an object, as a string */
		id: string;
		kind: "human" | "service";
		name: string;
		email: string;
		role: "owner" | "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
	} | null;
	home: {
		/** The number of an object, as a string */
		id: string;
		kind: "provider" | "tenant" | "standalone";
		name: string;
		status: string;
	};
	account: {
		/** The number of an object, as a string */
		id: string;
		kind: "provider" | "tenant" | "standalone";
		name: string;
		status: string;
		parent_id: string | null;
	};
	role: "owner" | "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user" | null;
	/** What it may call in this account */
	operations: string[];
	budgets: Array<{
		name: string;
		/** Calls at once from rest */
		limit: number;
		/** In which it fills up again */
		window_seconds: number;
		remaining: number;
		/** Until it is full */
		reset_seconds: number;
	}>;
};

/** What `whoami.get` takes. */
export type WhoamiGetInput = object;

/** What `permissions.list` takes. */
export type PermissionsListInput = {
	/** Keeps those whose id or sentence contains this, any case */
	search?: string;
	module?: "accounts" | "tenants" | "users" | "groups" | "grants" | "keys" | "setup_keys" | "networks" | "policies" | "devices" | "endpoints" | "probes" | "regions" | "audit" | "limits";
	grantable?: boolean;
};

/** What `roles.list` takes. */
export type RolesListInput = object;

/** What `limits.get` takes. */
export type LimitsGetInput = {
	/** The number of an object, as a string */
	credential_id?: string;
};

/** What `limits.list` takes. */
export type LimitsListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	kind?: "api" | "mcp" | "organization" | "network_device" | "personal" | "service" | "probe";
	/** The number of an object, as a string */
	user_id?: string;
	status?: "active" | "disabled" | "expired";
	/** Keeps those that a limit turned away since then, by whole hours */
	limited_since?: string;
};

/** What `limits.history` takes. */
export type LimitsHistoryInput = {
	/** RFC 3339, UTC */
	from?: string;
	/** RFC 3339, UTC */
	to?: string;
	/** The number of an object, as a string */
	credential_id?: string;
	/** Calls of this operation alone */
	operation?: string;
};

/** What `accounts.list` takes. */
export type AccountsListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	kind?: "provider" | "tenant" | "standalone";
	status?: "pending" | "active" | "suspended";
	/** Any of these; repeat the field for several */
	id?: string[];
};

/** What `accounts.get` takes. */
export type AccountsGetInput = object;

/** What `accounts.update` takes. */
export type AccountsUpdateInput = {
	name?: string;
	/** A domain of the account, such as acme.test */
	domain?: string;
	street_address?: string;
	street_address2?: string;
	city?: string;
	state?: string;
	zip_code?: string;
	/** ISO 3166-1; empty when unknown */
	country_code?: string;
	admin_emails?: string[];
	seats?: number;
	/** The package sold */
	package_id?: 99 | 101 | 107 | 171 | 202 | 246 | 248 | 250 | 252 | 312;
	license_type?: "term" | "msla";
	is_trial?: boolean;
	deal_id?: string | null;
	ccw_deal_owner_emails?: string[];
	addon_rbi?: "0" | "1" | "2" | "3" | null;
	addon_dlp?: boolean | null;
	addon_cdfw_l7?: boolean | null;
	verified_ranges?: string[];
	settings?: {
		/** Endpoints of users log in again */
		peer_login_expiration_enabled?: boolean;
		/** Seconds until they must */
		peer_login_expiration?: number;
		/** Idle endpoints log in again */
		peer_inactivity_expiration_enabled?: boolean;
		/** Seconds of idleness until they must */
		peer_inactivity_expiration?: number;
		/** Users of role user see nothing */
		regular_users_view_blocked?: boolean;
		/** Groups of a user reach the endpoints */
		groups_propagation_enabled?: boolean;
		/** Groups come from the identity provider */
		jwt_groups_enabled?: boolean;
		jwt_groups_claim_name?: string;
		jwt_allow_groups?: string[];
		/** Routers resolve domain routes */
		routing_peer_dns_resolution_enabled?: boolean;
		/** Domain of the endpoints' names; empty for the server's own */
		dns_domain?: string;
		/** Endpoints connect when traffic needs it */
		lazy_connection_enabled?: boolean;
		/** Endpoints may publish services */
		peer_expose_enabled?: boolean;
		/** Whose endpoints may */
		peer_expose_groups?: string[];
		auto_update_version?: string;
		/** Update agents without asking */
		auto_update_always?: boolean;
		/** Agents send figures of their work */
		metrics_push_enabled?: boolean;
		/** The account serves agents alone */
		agent_network_only?: boolean;
		dashboard_features?: {
			/** Show the agent network */
			agent_network?: boolean;
		};
		/** Local users sign in with a second factor */
		local_mfa_enabled?: boolean;
		/** Whoever reaches tenants signs in with a second factor */
		tenant_reach_mfa_enabled?: boolean;
		/** Whose endpoints get IPv6 addresses */
		ipv6_enabled_groups?: string[];
		extra?: {
			/** New endpoints wait for approval */
			peer_approval_enabled?: boolean;
			/** New users wait for approval */
			user_approval_required?: boolean;
			/** Endpoints report their traffic */
			network_traffic_logs_enabled?: boolean;
			/** Whose traffic; empty for all */
			network_traffic_logs_groups?: string[];
			/** Count packets and bytes too */
			network_traffic_packet_counter_enabled?: boolean;
		};
	};
	onboarding?: {
		signup_form_pending: boolean;
		onboarding_flow_pending: boolean;
	};
	/** A new range gives every endpoint a new address */
	network_range?: string;
};

/** What `accounts.delete` takes. */
export type AccountsDeleteInput = object;

/** What `accounts.stats` takes. */
export type AccountsStatsInput = object;

/** What `attention.list` takes. */
export type AttentionListInput = {
	/** Items a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	severity?: "critical" | "warning" | "notice";
	/** Any of these; repeat the field for several */
	kind?: Array<"devices_critical" | "audit_unsealed" | "devices_trouble" | "devices_service_down" | "people_without_second_factor" | "calls_limited" | "keys_expired" | "keys_expiring" | "endpoints_waiting" | "users_waiting" | "devices_attention" | "keys_unlimited" | "keys_unused" | "setup_keys_expiring" | "setup_keys_expired" | "setup_keys_used_up" | "invitations_expired" | "tenants_suspended" | "tenants_unverified">;
};

/** What `accounts.overview` takes. */
export type AccountsOverviewInput = object;

/** What `accounts.totals` takes. */
export type AccountsTotalsInput = object;

/** What `identity_provider.get` takes. */
export type IdentityProviderGetInput = object;

/** What `identity_provider.update` takes. */
export type IdentityProviderUpdateInput = {
	/** As the sign-in page names it */
	name: string;
	/** The provider's own name, an https URL below which it serves `/.well-known/openid-configuration` */
	issuer: string;
	client_id: string;
	client_secret?: string | null;
	/** Domains of the e-mail addresses whose people sign in there */
	domains: string[];
	/** Whether people of these domains sign in no other way; the owner keeps the password as a way back */
	required?: boolean;
	newcomer_role?: "network_admin" | "operator" | "auditor" | "billing_admin" | "user" | null;
	/** Whether a sign-in there counts as a second factor too */
	second_factor?: boolean;
	/** Whether the owner may sign in there too; only an owner turns it on */
	include_owner?: boolean;
	/** Whether addresses of these domains count as verified where the provider does not say; some never do */
	trust_addresses?: boolean;
	enabled?: boolean;
};

/** What `identity_provider.delete` takes. */
export type IdentityProviderDeleteInput = object;

/** What `tenants.list` takes. */
export type TenantsListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	status?: "existing" | "invited" | "pending" | "active" | "suspended";
	/** Whether it is a tenant, not only found or invited */
	joined?: boolean;
	/** Exactly this name */
	name?: string;
	/** Exactly this domain */
	domain?: string;
	/** Also answer `counts` of each tenant; null for an account that is no tenant yet */
	counts?: boolean;
};

/** What `tenants.get` takes. */
export type TenantsGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `tenants.create` takes. */
export type TenantsCreateInput = {
	name: string;
	/** A domain of the account, such as acme.test */
	domain?: string;
	/** Which permission groups reach it, and with which role */
	groups?: Array<{
		/** The number of an object, as a string */
		group_id: string;
		role: "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
	}>;
	street_address?: string;
	street_address2?: string;
	city?: string;
	state?: string;
	zip_code?: string;
	/** ISO 3166-1; empty when unknown */
	country_code?: string;
	admin_emails?: string[];
	seats?: number;
	/** The package sold */
	package_id?: 99 | 101 | 107 | 171 | 202 | 246 | 248 | 250 | 252 | 312;
	license_type?: "term" | "msla";
	is_trial?: boolean;
	deal_id?: string | null;
	ccw_deal_owner_emails?: string[];
	addon_rbi?: "0" | "1" | "2" | "3" | null;
	addon_dlp?: boolean | null;
	addon_cdfw_l7?: boolean | null;
	verified_ranges?: string[];
};

/** What `tenants.update` takes. */
export type TenantsUpdateInput = {
	/** The number of an object, as a string */
	id: string;
	name?: string;
	/** Which permission groups reach it, and with which role */
	groups?: Array<{
		/** The number of an object, as a string */
		group_id: string;
		role: "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
	}>;
	street_address?: string;
	street_address2?: string;
	city?: string;
	state?: string;
	zip_code?: string;
	/** ISO 3166-1; empty when unknown */
	country_code?: string;
	admin_emails?: string[];
	seats?: number;
	/** The package sold */
	package_id?: 99 | 101 | 107 | 171 | 202 | 246 | 248 | 250 | 252 | 312;
	license_type?: "term" | "msla";
	is_trial?: boolean;
	deal_id?: string | null;
	ccw_deal_owner_emails?: string[];
	addon_rbi?: "0" | "1" | "2" | "3" | null;
	addon_dlp?: boolean | null;
	addon_cdfw_l7?: boolean | null;
	verified_ranges?: string[];
};

/** What `tenants.delete` takes. */
export type TenantsDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `tenants.suspend` takes. */
export type TenantsSuspendInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `tenants.resume` takes. */
export type TenantsResumeInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `tenants.unlink` takes. */
export type TenantsUnlinkInput = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	owner: string;
};

/** What `tenants.invite` takes. */
export type TenantsInviteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `tenants.verify_domain` takes. */
export type TenantsVerifyDomainInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `tenants.subscribe` takes. */
export type TenantsSubscribeInput = {
	/** The number of an object, as a string */
	id: string;
	plan: string;
};

/** What `tenants.usage` takes. */
export type TenantsUsageInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `accounts.invitations` takes. */
export type AccountsInvitationsInput = object;

/** What `accounts.answer_invite` takes. */
export type AccountsAnswerInviteInput = {
	value: "accept" | "decline";
	/** The number of an object, as a string */
	provider_id?: string;
};

/** What `grants.list` takes. */
export type GrantsListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	/** The number of an object, as a string */
	group_id?: string;
	/** The number of an object, as a string */
	tenant_id?: string;
	/** The number of an object, as a string */
	user_id?: string;
	role?: "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
};

/** What `grants.reach` takes. */
export type GrantsReachInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	/** The number of an object, as a string */
	user_id?: string;
	/** The number of an object, as a string */
	tenant_id?: string;
};

/** What `grants.get` takes. */
export type GrantsGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `grants.create` takes. */
export type GrantsCreateInput = {
	/** The number of an object, as a string */
	group_id: string;
	/** The number of an object, as a string */
	tenant_id: string;
	role: "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
};

/** What `grants.update` takes. */
export type GrantsUpdateInput = {
	/** The number of an object, as a string */
	id: string;
	role: "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
};

/** What `grants.delete` takes. */
export type GrantsDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `users.list` takes. */
export type UsersListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	kind?: "human" | "service";
	/** Role in the account */
	role?: "owner" | "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
	status?: "active" | "invited" | "pending";
	blocked?: boolean;
	/** Exactly this e-mail address, any case */
	email?: string;
	/** The number of an object, as a string */
	group_id?: string;
	/** Whether they sign in with a second factor */
	second_factor?: boolean;
	/** Whether a group of theirs is granted any */
	reaches_tenants?: boolean;
	api_access?: boolean;
};

/** What `users.get` takes. */
export type UsersGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `users.create` takes. */
export type UsersCreateInput = {
	/** human unless said */
	kind?: "human" | "service";
	email?: string;
	name?: string;
	/** Role in the account */
	role: "owner" | "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
	/** Groups the user is in */
	groups?: string[];
	/** 8 to 72 characters with a digit, an upper-case letter and a special character; generated unless given */
	password?: string;
	first_name?: string;
	last_name?: string;
	/** IANA name; UTC unless said */
	timezone?: string;
};

/** What `users.update` takes. */
export type UsersUpdateInput = {
	/** The number of an object, as a string */
	id: string;
	name?: string;
	/** Role in the account */
	role?: "owner" | "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
	/** Groups the user is in */
	groups?: string[];
	/** A blocked user's credentials open nothing */
	blocked?: boolean;
	first_name?: string;
	last_name?: string;
	/** IANA name; UTC unless said */
	timezone?: string;
};

/** What `users.set_api_access` takes. */
export type UsersSetApiAccessInput = {
	/** The number of an object, as a string */
	id: string;
	enabled: boolean;
};

/** What `users.transfer_ownership` takes. */
export type UsersTransferOwnershipInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `users.approve` takes. */
export type UsersApproveInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `users.reject` takes. */
export type UsersRejectInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `users.change_password` takes. */
export type UsersChangePasswordInput = {
	/** The number of an object, as a string */
	id: string;
	old_password: string;
	/** 8 to 72 characters with a digit, an upper-case letter and a special character */
	new_password: string;
};

/** What `users.end_sessions` takes. */
export type UsersEndSessionsInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `users.delete` takes. */
export type UsersDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `users.create_reset_link` takes. */
export type UsersCreateResetLinkInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `user_invites.list` takes. */
export type UserInvitesListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	/** The number of an object, as a string */
	user_id?: string;
	/** Exactly this e-mail address, any case */
	email?: string;
	expired?: boolean;
};

/** What `user_invites.create` takes. */
export type UserInvitesCreateInput = {
	email: string;
	name: string;
	/** Role in the account */
	role: "owner" | "admin" | "network_admin" | "operator" | "auditor" | "billing_admin" | "user";
	/** Groups the user is in */
	groups?: string[];
	/** Seconds the invitation holds; 259200 unless said */
	expires_in_seconds?: number;
};

/** What `user_invites.delete` takes. */
export type UserInvitesDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `user_invites.regenerate` takes. */
export type UserInvitesRegenerateInput = {
	/** The number of an object, as a string */
	id: string;
	/** Seconds the invitation holds; 259200 unless said */
	expires_in_seconds?: number;
};

/** What `groups.list` takes. */
export type GroupsListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	/** Exactly this name */
	name?: string;
	issued?: "api" | "integration" | "jwt";
	built_in?: "all" | "administrators";
	/** The number of an object, as a string */
	user_id?: string;
	/** The number of an object, as a string */
	endpoint_id?: string;
	/** The number of an object, as a string */
	resource_id?: string;
	/** Also answer `users`, `endpoints` and `resources` */
	members?: boolean;
};

/** What `groups.get` takes. */
export type GroupsGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `groups.create` takes. */
export type GroupsCreateInput = {
	name: string;
	/** Users in the group */
	users?: string[];
	/** Endpoints in the group */
	endpoints?: string[];
	/** Network resources in the group */
	resources?: string[];
};

/** What `groups.update` takes. */
export type GroupsUpdateInput = {
	/** The number of an object, as a string */
	id: string;
	name?: string;
	/** Users in the group */
	users?: string[];
	/** Endpoints in the group */
	endpoints?: string[];
	/** Network resources in the group */
	resources?: string[];
};

/** What `groups.delete` takes. */
export type GroupsDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `keys.list` takes. */
export type KeysListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	kind?: "api" | "mcp" | "organization" | "network_device" | "personal" | "service" | "probe";
	/** The API that an organization's key opens */
	opens?: "umbrella_management" | "umbrella_network_devices" | "umbrella_legacy_network_devices";
	/** The number of an object, as a string */
	user_id?: string;
	/** What the key was made for: the probe of a probe key */
	subject_id?: string;
	/** The number of an object, as a string */
	created_by?: string;
	status?: "active" | "disabled" | "expired";
	enabled?: boolean;
	expired?: boolean;
	/** RFC 3339, UTC */
	expires_after?: string;
	/** RFC 3339, UTC */
	expires_before?: string;
	never_expires?: boolean;
	/** Whether its access is `all` */
	opens_everything?: boolean;
	/** Neither used nor made since then */
	unused_since?: string;
	/** Exactly this name */
	name?: string;
};

/** What `keys.get` takes. */
export type KeysGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `keys.create` takes. */
export type KeysCreateInput = {
	kind: "api" | "mcp" | "organization" | "network_device" | "personal" | "service" | "probe";
	name: string;
	description?: string;
	/** The number of an object, as a string */
	user_id?: string;
	/** The number of an object, as a string */
	probe_id?: string;
	/** all: whatever its user may call; modules: a level for each module; operations: a list of operation ids */
	access?: {
		type: "all" | "modules" | "operations";
		/** Level of each module; none unless said. Modules: accounts, tenants, users, groups, grants, keys, setup_keys, networks, policies, devices, endpoints, probes, regions, audit, limits */
		modules?: Record<string, "read" | "write" | "none">;
		operations?: string[];
	};
	/** The API that an organization's key opens */
	opens?: "umbrella_management" | "umbrella_network_devices" | "umbrella_legacy_network_devices";
	expires_at?: string | null;
	expires_in_days?: number;
	/** Addresses or ranges (CIDR) it may be used from; none: any */
	allowed_addresses?: string[];
	tenants?: string[] | null;
	/** Refuse calls that name no account */
	require_account?: boolean;
};

/** What `keys.update` takes. */
export type KeysUpdateInput = {
	/** The number of an object, as a string */
	id: string;
	name?: string;
	description?: string;
	enabled?: boolean;
	/** all: whatever its user may call; modules: a level for each module; operations: a list of operation ids */
	access?: {
		type: "all" | "modules" | "operations";
		/** Level of each module; none unless said. Modules: accounts, tenants, users, groups, grants, keys, setup_keys, networks, policies, devices, endpoints, probes, regions, audit, limits */
		modules?: Record<string, "read" | "write" | "none">;
		operations?: string[];
	};
	expires_at?: string | null;
	expires_in_days?: number;
	/** Addresses or ranges (CIDR) it may be used from; none: any */
	allowed_addresses?: string[];
	tenants?: string[] | null;
	/** Refuse calls that name no account */
	require_account?: boolean;
};

/** What `keys.enable` takes. */
export type KeysEnableInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `keys.disable` takes. */
export type KeysDisableInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `keys.regenerate` takes. */
export type KeysRegenerateInput = {
	/** The number of an object, as a string */
	id: string;
	/** RFC 3339, UTC */
	overlap_until?: string;
};

/** What `keys.delete` takes. */
export type KeysDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `keys.usage` takes. */
export type KeysUsageInput = {
	/** The number of an object, as a string */
	id: string;
	/** Counted by whole hours; seven days ago unless said */
	since?: string;
	/** Also answer `hours`, one by one */
	hours?: boolean;
};

/** What `setup_keys.list` takes. */
export type SetupKeysListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	/** Exactly this name */
	name?: string;
	type?: "reusable" | "one-off";
	state?: "valid" | "overused" | "expired" | "revoked";
	revoked?: boolean;
	/** RFC 3339, UTC */
	expires_after?: string;
	/** RFC 3339, UTC */
	expires_before?: string;
	/** The number of an object, as a string */
	group_id?: string;
};

/** What `setup_keys.get` takes. */
export type SetupKeysGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `setup_keys.create` takes. */
export type SetupKeysCreateInput = {
	name: string;
	type: "reusable" | "one-off";
	/** Groups that a machine joins when it enrols, besides All */
	groups?: string[];
	/** Machines it may enrol; 0 for no limit; one-off is always 1 */
	usage_limit?: number;
	expires_at?: string | null;
	/** Seconds from now; 0 for never */
	expires_in_seconds?: number;
	/** Machines that enrol with it are removed when they go silent */
	ephemeral?: boolean;
	allow_extra_dns_labels?: boolean;
};

/** What `setup_keys.update` takes. */
export type SetupKeysUpdateInput = {
	/** The number of an object, as a string */
	id: string;
	revoked?: boolean;
	/** Groups that a machine joins when it enrols, besides All */
	groups?: string[];
};

/** What `setup_keys.delete` takes. */
export type SetupKeysDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `endpoints.list` takes. */
export type EndpointsListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	/** Names that contain this, any case */
	name?: string;
	/** Addresses that contain this */
	ip?: string;
	status?: "Off" | "Unprotected" | "Protected" | "Encrypted" | "ProtectedByVA" | "ProtectedByNetwork" | "DisabledByUser" | "Uninstalled" | "DisabledByVPN";
	connected?: boolean;
	/** RFC 3339, UTC */
	last_seen_before?: string;
	/** RFC 3339, UTC */
	last_seen_after?: string;
	device_id?: string;
	public_key?: string;
	/** The number of an object, as a string */
	group_id?: string;
	/** The number of an object, as a string */
	user_id?: string;
	/** The number of an object, as a string */
	setup_key_id?: string;
	/** Exactly this system */
	os?: string;
	/** Exactly this version */
	agent_version?: string;
	ephemeral?: boolean;
	approval_required?: boolean;
};

/** What `endpoints.get` takes. */
export type EndpointsGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `endpoints.update` takes. */
export type EndpointsUpdateInput = {
	/** The number of an object, as a string */
	id: string;
	name?: string;
	ip?: string;
	ssh_enabled?: boolean;
	login_expiration_enabled?: boolean;
	inactivity_expiration_enabled?: boolean;
	/** false lets in an endpoint that waits */
	approval_required?: boolean;
};

/** What `endpoints.delete` takes. */
export type EndpointsDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `endpoints.stats` takes. */
export type EndpointsStatsInput = object;

/** What `endpoints.enroll` takes. */
export type EndpointsEnrollInput = {
	hostname: string;
	os?: string;
	os_version?: string;
	kernel_version?: string;
	agent_version?: string;
	ui_version?: string;
	serial_number?: string;
	public_key?: string;
	extra_dns_labels?: string[];
};

/** What `endpoints.heartbeat` takes. */
export type EndpointsHeartbeatInput = {
	/** Protected unless said */
	status?: "Unprotected" | "Protected" | "Encrypted" | "ProtectedByVA" | "ProtectedByNetwork" | "DisabledByUser" | "Uninstalled" | "DisabledByVPN";
	os_version?: string;
	kernel_version?: string;
	agent_version?: string;
	ui_version?: string;
};

/** What `policies.list` takes. */
export type PoliciesListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	/** Exactly this name */
	name?: string;
	enabled?: boolean;
	/** Policies with this group on either side of a rule */
	group_id?: string;
};

/** What `policies.get` takes. */
export type PoliciesGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `policies.create` takes. */
export type PoliciesCreateInput = {
	name: string;
	description?: string;
	/** On unless said otherwise */
	enabled?: boolean;
	rules: Array<{
		/** The number of an object, as a string */
		id?: string;
		name?: string;
		description?: string;
		/** On unless said */
		enabled?: boolean;
		action: "accept" | "drop";
		/** Whether it also holds the other way round */
		bidirectional?: boolean;
		protocol: "all" | "tcp" | "udp" | "icmp" | "netbird-ssh";
		/** Single ports; all ports when neither these nor ranges are */
		ports?: number[];
		port_ranges?: Array<{
			start: number;
			end: number;
		}>;
		/** For remote shells: the local user names that members of each source group may use */
		authorized_groups?: Record<string, string[]> | null;
		/** Groups at the source; or else name one resource */
		sources?: string[] | null;
		/** One resource or endpoint at the source; or else name groups */
		source_resource?: {
			/** The number of an object, as a string */
			id: string;
			type: "host" | "subnet" | "domain" | "endpoint";
		} | null;
		/** Groups at the destination; or else name one resource */
		destinations?: string[] | null;
		/** One resource or endpoint at the destination; or else name groups */
		destination_resource?: {
			/** The number of an object, as a string */
			id: string;
			type: "host" | "subnet" | "domain" | "endpoint";
		} | null;
	}>;
};

/** What `policies.update` takes. */
export type PoliciesUpdateInput = {
	/** The number of an object, as a string */
	id: string;
	/** What people call it; need not be unique */
	name?: string;
	description?: string;
	/** On unless said otherwise */
	enabled?: boolean;
	/** All rules of the policy: they replace those before. A rule that keeps its id stays the same rule */
	rules?: Array<{
		/** The number of an object, as a string */
		id?: string;
		name?: string;
		description?: string;
		/** On unless said */
		enabled?: boolean;
		action: "accept" | "drop";
		/** Whether it also holds the other way round */
		bidirectional?: boolean;
		protocol: "all" | "tcp" | "udp" | "icmp" | "netbird-ssh";
		/** Single ports; all ports when neither these nor ranges are */
		ports?: number[];
		port_ranges?: Array<{
			start: number;
			end: number;
		}>;
		/** For remote shells: the local user names that members of each source group may use */
		authorized_groups?: Record<string, string[]> | null;
		/** Groups at the source; or else name one resource */
		sources?: string[] | null;
		/** One resource or endpoint at the source; or else name groups */
		source_resource?: {
			/** The number of an object, as a string */
			id: string;
			type: "host" | "subnet" | "domain" | "endpoint";
		} | null;
		/** Groups at the destination; or else name one resource */
		destinations?: string[] | null;
		/** One resource or endpoint at the destination; or else name groups */
		destination_resource?: {
			/** The number of an object, as a string */
			id: string;
			type: "host" | "subnet" | "domain" | "endpoint";
		} | null;
	}>;
};

/** What `policies.delete` takes. */
export type PoliciesDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `networks.list` takes. */
export type NetworksListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	/** Exactly this name */
	name?: string;
};

/** What `networks.get` takes. */
export type NetworksGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `networks.create` takes. */
export type NetworksCreateInput = {
	name: string;
	description?: string;
};

/** What `networks.update` takes. */
export type NetworksUpdateInput = {
	/** The number of an object, as a string */
	id: string;
	/** What people call it; need not be unique */
	name?: string;
	description?: string;
};

/** What `networks.delete` takes. */
export type NetworksDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `network_resources.list` takes. */
export type NetworkResourcesListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	/** The number of an object, as a string */
	network_id?: string;
	/** The number of an object, as a string */
	group_id?: string;
	/** Exactly this name */
	name?: string;
	type?: "host" | "subnet" | "domain";
	enabled?: boolean;
};

/** What `network_resources.get` takes. */
export type NetworkResourcesGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `network_resources.create` takes. */
export type NetworkResourcesCreateInput = {
	/** The number of an object, as a string */
	network_id: string;
	/** Taken once in the account */
	name: string;
	description?: string;
	/** An IP address, a subnet, or a domain, which may start with `*.` */
	address: string;
	/** On unless said otherwise */
	enabled?: boolean;
	/** Groups that hold the resource */
	groups?: string[];
};

/** What `network_resources.update` takes. */
export type NetworkResourcesUpdateInput = {
	/** The number of an object, as a string */
	id: string;
	/** Taken once in the account */
	name?: string;
	description?: string;
	/** An IP address, a subnet, or a domain, which may start with `*.` */
	address?: string;
	/** On unless said otherwise */
	enabled?: boolean;
	/** Groups that hold the resource */
	groups?: string[];
};

/** What `network_resources.delete` takes. */
export type NetworkResourcesDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `network_routers.list` takes. */
export type NetworkRoutersListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	/** The number of an object, as a string */
	network_id?: string;
	/** The number of an object, as a string */
	endpoint_id?: string;
	enabled?: boolean;
};

/** What `network_routers.get` takes. */
export type NetworkRoutersGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `network_routers.create` takes. */
export type NetworkRoutersCreateInput = {
	/** The number of an object, as a string */
	network_id: string;
	/** The endpoint that routes, or else groups of them */
	endpoint_id?: string | null;
	/** Groups whose endpoints route, or else one endpoint */
	groups?: string[];
	/** Of several routers the lowest is preferred; 9999 unless said */
	metric?: number;
	/** Whether traffic leaves under the router's own address; on unless said */
	masquerade?: boolean;
	/** On unless said */
	enabled?: boolean;
};

/** What `network_routers.update` takes. */
export type NetworkRoutersUpdateInput = {
	/** The number of an object, as a string */
	id: string;
	/** The endpoint that routes, or else groups of them */
	endpoint_id?: string | null;
	/** Groups whose endpoints route, or else one endpoint */
	groups?: string[];
	/** Of several routers the lowest is preferred; 9999 unless said */
	metric?: number;
	/** Whether traffic leaves under the router's own address; on unless said */
	masquerade?: boolean;
	/** On unless said */
	enabled?: boolean;
};

/** What `network_routers.delete` takes. */
export type NetworkRoutersDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `audit.list` takes. */
export type AuditListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	/** RFC 3339, UTC */
	from?: string;
	/** RFC 3339, UTC */
	to?: string;
	/** The number of an object, as a string */
	actor_id?: string;
	/** The number of an object, as a string */
	credential_id?: string;
	operation?: string;
	surface?: string;
	target_type?: string;
	/** The number of an object, as a string */
	target_id?: string;
	request_id?: string;
	outcome?: "done" | "refused";
	external?: boolean;
	/** Whether it has its place in the chain */
	sealed?: boolean;
};

/** What `audit.get` takes. */
export type AuditGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `audit.head` takes. */
export type AuditHeadInput = object;

/** What `audit.facets` takes. */
export type AuditFacetsInput = object;

/** What `audit.verify` takes. */
export type AuditVerifyInput = {
	/** The first place to check; 1 unless said */
	from?: number;
	/** Places to check at most */
	limit?: number;
};

/** What `audit.export` takes. */
export type AuditExportInput = {
	/** First moment exported; the beginning of the log unless said */
	from?: string;
	/** First moment no longer exported; the end unless said */
	to?: string;
	/** Lines a part at most */
	limit?: number;
	/** The `next` of the part before */
	cursor?: string;
};

/** What `dns_policies.list` takes. */
export type DnsPoliciesListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	type?: "dns" | "web";
	/** Exactly this name */
	name?: string;
	is_default?: boolean;
};

/** What `dns_policies.get` takes. */
export type DnsPoliciesGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `dns_policies.create` takes. */
export type DnsPoliciesCreateInput = {
	name: string;
	type?: "dns" | "web";
	/** Place among the policies of its type; the first that names an identity applies. The default one is always last */
	priority?: number;
};

/** What `dns_policies.update` takes. */
export type DnsPoliciesUpdateInput = {
	/** The number of an object, as a string */
	id: string;
	name?: string;
	/** Place among the policies of its type; the first that names an identity applies. The default one is always last */
	priority?: number;
};

/** What `dns_policies.delete` takes. */
export type DnsPoliciesDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `dns_policies.list_identities` takes. */
export type DnsPoliciesListIdentitiesInput = {
	/** The number of an object, as a string */
	id: string;
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	kind?: "registered_network" | "endpoint" | "network_device";
};

/** What `dns_policies.assign` takes. */
export type DnsPoliciesAssignInput = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	origin_id: string;
};

/** What `dns_policies.unassign` takes. */
export type DnsPoliciesUnassignInput = {
	/** The number of an object, as a string */
	id: string;
	/** The number of an object, as a string */
	origin_id: string;
};

/** What `dns_policies.list_of_identity` takes. */
export type DnsPoliciesListOfIdentityInput = {
	/** The number of an object, as a string */
	origin_id: string;
	type?: "dns" | "web";
};

/** What `registered_networks.list` takes. */
export type RegisteredNetworksListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	/** Exactly this name */
	name?: string;
	/** Networks that hold it */
	ip_address?: string;
	status?: "OPEN" | "CLOSED";
	is_dynamic?: boolean;
};

/** What `registered_networks.get` takes. */
export type RegisteredNetworksGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `registered_networks.create` takes. */
export type RegisteredNetworksCreateInput = {
	/** Taken once in the account */
	name: string;
	/** Public IPv4 address of the network */
	ip_address?: string;
	/** Bits of the address that are the network's */
	prefix_length: number;
	is_dynamic: boolean;
	status: "OPEN" | "CLOSED";
};

/** What `registered_networks.update` takes. */
export type RegisteredNetworksUpdateInput = {
	/** The number of an object, as a string */
	id: string;
	/** Taken once in the account */
	name?: string;
	/** Public IPv4 address of the network */
	ip_address?: string;
	/** Bits of the address that are the network's */
	prefix_length?: number;
	/** Whether the address changes by itself */
	is_dynamic?: boolean;
	status?: "OPEN" | "CLOSED";
};

/** What `registered_networks.delete` takes. */
export type RegisteredNetworksDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `regions.list` takes. */
export type RegionsListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	/** Exactly this name */
	name?: string;
};

/** What `regions.get` takes. */
export type RegionsGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `regions.create` takes. */
export type RegionsCreateInput = {
	/** Taken once in the account */
	name: string;
	description?: string;
};

/** What `regions.update` takes. */
export type RegionsUpdateInput = {
	/** The number of an object, as a string */
	id: string;
	/** Taken once in the account */
	name?: string;
	description?: string;
};

/** What `regions.delete` takes. */
export type RegionsDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `probes.list` takes. */
export type ProbesListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	/** Exactly this name */
	name?: string;
	number?: number;
	/** The number of an object, as a string */
	region_id?: string;
};

/** What `probes.get` takes. */
export type ProbesGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `probes.create` takes. */
export type ProbesCreateInput = {
	/** Taken once in the account */
	name: string;
	display_name?: string;
	/** Where the probe stands */
	region_id?: string | null;
	contact_person?: string;
	contact_email?: string;
	/** IANA name, such as Europe/Vienna */
	timezone?: string;
};

/** What `probes.update` takes. */
export type ProbesUpdateInput = {
	/** The number of an object, as a string */
	id: string;
	/** Taken once in the account */
	name?: string;
	display_name?: string;
	/** Where the probe stands */
	region_id?: string | null;
	contact_person?: string;
	contact_email?: string;
	/** IANA name, such as Europe/Vienna */
	timezone?: string;
};

/** What `probes.delete` takes. */
export type ProbesDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `probes.regenerate_key` takes. */
export type ProbesRegenerateKeyInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `probes.check_in` takes. */
export type ProbesCheckInInput = {
	agent_version?: string;
	/** Such as linux or windows */
	platform?: string;
};

/** What `devices.list` takes. */
export type DevicesListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
	kind?: "monitored" | "network_device";
	/** Exactly this name */
	name?: string;
	/** Exactly this type */
	type?: string;
	/** Exactly this category, as devices.list_categories names it */
	category?: string;
	/** Exactly this vendor */
	vendor?: string;
	/** Any of these statuses; repeat the field for several */
	status?: number[];
	/** Exactly this address */
	ip_address?: string;
	/** Exactly this MAC address, without separators */
	mac_address?: string;
	/** Exactly this device id of a network device */
	device_id?: string;
	managed?: boolean;
	suppressed?: boolean;
	/** Exactly this protocol: ICMP, SNMP or TCP */
	protocol?: string;
	/** The number of an object, as a string */
	probe_id?: string;
	probe_number?: number;
	/** Exactly this name of the probe */
	probe_name?: string;
	/** The number of an object, as a string */
	region_id?: string;
};

/** What `devices.get` takes. */
export type DevicesGetInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `devices.resolve` takes. */
export type DevicesResolveInput = {
	named: string;
};

/** What `devices.create` takes. */
export type DevicesCreateInput = {
	/** `monitored` unless said */
	kind?: "monitored" | "network_device";
	/** Taken once in the account */
	name?: string;
	display_name?: string;
	ip_address?: string | null;
	dns_name?: string;
	netmask?: string;
	category?: "Server" | "Desktop" | "Router" | "Switch" | "Firewall" | "LoadBalancer" | "WANAccelerator" | "Wireless" | "WirelessLANController" | "WirelessAccessPoint" | "DomainController" | "Printer" | "UPS" | "PDU" | "UCS" | "IPMI" | "IoT" | "SDN" | "Storage" | "RAID" | "TapeLibrary" | "FCSwitch" | "MerakiController" | "MerakiSwitch" | "MerakiSecurity" | "MerakiRadio" | "MerakiVision" | "MerakiCellularGateway" | "Unknown";
	type?: string;
	vendor?: string;
	protocol?: "ICMP" | "SNMP" | "TCP";
	poll_interval_seconds?: number;
	/** Whether it is to be monitored */
	managed?: boolean;
	/** Whether its alarms are kept back */
	suppressed?: boolean;
	/** The probe that polls it */
	probe_id?: string | null;
	/** Its region, where that is not its probe's */
	region_id?: string | null;
	/** Fields of your own, by name */
	custom_fields?: Record<string, string>;
	model?: string;
	/** Twelve hexadecimal digits; taken once in the account */
	mac_address?: string;
	serial_number?: string;
	tag?: string;
};

/** What `devices.update` takes. */
export type DevicesUpdateInput = {
	/** The number of an object, as a string */
	id: string;
	/** Taken once in the account */
	name?: string;
	display_name?: string;
	ip_address?: string | null;
	dns_name?: string;
	netmask?: string;
	category?: "Server" | "Desktop" | "Router" | "Switch" | "Firewall" | "LoadBalancer" | "WANAccelerator" | "Wireless" | "WirelessLANController" | "WirelessAccessPoint" | "DomainController" | "Printer" | "UPS" | "PDU" | "UCS" | "IPMI" | "IoT" | "SDN" | "Storage" | "RAID" | "TapeLibrary" | "FCSwitch" | "MerakiController" | "MerakiSwitch" | "MerakiSecurity" | "MerakiRadio" | "MerakiVision" | "MerakiCellularGateway" | "Unknown";
	type?: string;
	vendor?: string;
	protocol?: "ICMP" | "SNMP" | "TCP";
	poll_interval_seconds?: number;
	/** Whether it is to be monitored */
	managed?: boolean;
	/** Whether its alarms are kept back */
	suppressed?: boolean;
	/** The probe that polls it */
	probe_id?: string | null;
	/** Its region, where that is not its probe's */
	region_id?: string | null;
	/** Fields of your own, by name */
	custom_fields?: Record<string, string>;
};

/** What `devices.delete` takes. */
export type DevicesDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `devices.set_managed` takes. */
export type DevicesSetManagedInput = {
	/** The number of an object, as a string */
	id: string;
	managed: boolean;
};

/** What `devices.set_suppressed` takes. */
export type DevicesSetSuppressedInput = {
	/** The number of an object, as a string */
	id: string;
	suppressed: boolean;
};

/** What `devices.list_categories` takes. */
export type DevicesListCategoriesInput = object;

/** What `sessions.list` takes. */
export type SessionsListInput = {
	/** Rows a page */
	limit?: number;
	/** The `next` of the page before */
	cursor?: string;
	/** Rows to skip; a cursor is cheaper on long lists */
	offset?: number;
	/** Also answer `total`, the rows that match */
	count?: boolean;
	/** A sortable field; a leading minus sorts downwards */
	sort?: string;
	/** Keeps rows whose text fields contain this, any case */
	search?: string;
};

/** What `sessions.end` takes. */
export type SessionsEndInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `sessions.end_others` takes. */
export type SessionsEndOthersInput = object;

/** What `second_factors.list` takes. */
export type SecondFactorsListInput = object;

/** What `second_factors.begin_totp` takes. */
export type SecondFactorsBeginTotpInput = object;

/** What `second_factors.confirm_totp` takes. */
export type SecondFactorsConfirmTotpInput = {
	/** The six digits that the app shows now */
	code: string;
	/** What the person calls it */
	name?: string;
};

/** What `second_factors.begin_passkey` takes. */
export type SecondFactorsBeginPasskeyInput = object;

/** What `second_factors.confirm_passkey` takes. */
export type SecondFactorsConfirmPasskeyInput = {
	/** What the person calls it */
	name: string;
	/** `toJSON()` of what `navigator.credentials.create` answered */
	response: {
		id: string;
		rawId: string;
		type: "public-key";
		authenticatorAttachment?: unknown;
		clientExtensionResults?: Record<string, unknown>;
		response: {
			clientDataJSON: string;
			attestationObject: string;
			transports?: string[];
		};
	};
};

/** What `second_factors.renew_recovery_codes` takes. */
export type SecondFactorsRenewRecoveryCodesInput = object;

/** What `second_factors.delete` takes. */
export type SecondFactorsDeleteInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `users.reset_second_factors` takes. */
export type UsersResetSecondFactorsInput = {
	/** The number of an object, as a string */
	id: string;
};

/** What `sessions.passkey_options` takes. */
export type SessionsPasskeyOptionsInput = object;

/** What `sessions.confirm` takes. */
export type SessionsConfirmInput = {
	password?: string;
	code?: string;
	/** `toJSON()` of what `navigator.credentials.get` answered */
	passkey?: {
		id: string;
		rawId: string;
		type: "public-key";
		authenticatorAttachment?: unknown;
		clientExtensionResults?: Record<string, unknown>;
		response: {
			clientDataJSON: string;
			authenticatorData: string;
			signature: string;
			userHandle?: unknown;
		};
	};
};

/** What `profile.get` takes. */
export type ProfileGetInput = object;

/** What `profile.update` takes. */
export type ProfileUpdateInput = {
	name?: string;
	/** IANA name, such as Europe/Vienna */
	timezone?: string;
};

/** What `sign_in.state` takes. */
export type SignInStateInput = object;

/** What `sign_in.password` takes. */
export type SignInPasswordInput = {
	email: string;
	password: string;
};

/** What `sign_in.out` takes. */
export type SignInOutInput = object;

/** What `sign_in.set_up` takes. */
export type SignInSetUpInput = {
	/** From the link that the server printed when it started */
	code: string;
	/** A provider has tenants; a standalone organization has none */
	kind: "provider" | "standalone";
	organization: string;
	name: string;
	email: string;
	/** 8 to 72 characters with a digit, an upper-case letter and a special character */
	password: string;
};

/** What `sign_in.totp` takes. */
export type SignInTotpInput = {
	/** The six digits that the app shows now */
	code: string;
};

/** What `sign_in.recovery_code` takes. */
export type SignInRecoveryCodeInput = {
	/** With or without its dashes, in any case */
	code: string;
};

/** What `sign_in.passkey_options` takes. */
export type SignInPasskeyOptionsInput = {
	/** Sign in by the passkey alone, and leave the sign-in that is between its steps */
	alone?: boolean;
};

/** What `sign_in.passkey` takes. */
export type SignInPasskeyInput = {
	/** `toJSON()` of what `navigator.credentials.get` answered */
	response: {
		id: string;
		rawId: string;
		type: "public-key";
		authenticatorAttachment?: unknown;
		clientExtensionResults?: Record<string, unknown>;
		response: {
			clientDataJSON: string;
			authenticatorData: string;
			signature: string;
			userHandle?: unknown;
		};
	};
};

/** What `sign_in.sso` takes. */
export type SignInSsoInput = {
	email: string;
};

/** What `sign_in.complete_sso` takes. */
export type SignInCompleteSsoInput = {
	/** What stands behind the `#` of the page `/sign-in/sso` */
	answer: string;
};

/** What `sign_in.invitation` takes. */
export type SignInInvitationInput = {
	/** What stands behind the `#` of the invitation's link */
	token: string;
};

/** What `sign_in.accept_invitation` takes. */
export type SignInAcceptInvitationInput = {
	/** What stands behind the `#` of the invitation's link */
	token: string;
	/** 8 to 72 characters with a digit, an upper-case letter and a special character */
	password: string;
};

/** What `sign_in.request_reset` takes. */
export type SignInRequestResetInput = {
	email: string;
};

/** What `sign_in.reset` takes. */
export type SignInResetInput = {
	/** What stands behind the `#` of the link */
	token: string;
};

/** What `sign_in.complete_reset` takes. */
export type SignInCompleteResetInput = {
	/** What stands behind the `#` of the link */
	token: string;
	/** 8 to 72 characters with a digit, an upper-case letter and a special character */
	password: string;
};

/** One method for every operation of the server and for every call that asks for no credential, by noun. */
export function createClient(client: ClientOptions) {
	const call = createCall(client);
	// What is about the caller takes no account.
	const { account: _account, ...atHome } = client;
	const own = createCall(atHome);
	return {
		whoami: {
			/** Say which credential this is, what it may do where, and what is left of its budget. */
			get: (input: WhoamiGetInput = {}, options?: CallOptions): Promise<Whoami> =>
				call("GET", "/api/v1/whoami", input, options),
		},
		permissions: {
			/** List every operation that a key can open. */
			list: (input: PermissionsListInput = {}, options?: CallOptions): Promise<Permission> =>
				call("GET", "/api/v1/permissions", input, options),
		},
		roles: {
			/** List the roles with what each may do. */
			list: (input: RolesListInput = {}, options?: CallOptions): Promise<Role> =>
				call("GET", "/api/v1/roles", input, options),
		},
		limits: {
			/** Read the limits and what is left of a credential's budget. */
			get: (input: LimitsGetInput = {}, options?: CallOptions): Promise<Limit> =>
				call("GET", "/api/v1/limits", input, options),
			/** List the account's keys with what is left of their budgets and what limits turned away. */
			list: (input: LimitsListInput = {}, options?: CallOptions): Promise<Page<LimitRow>> =>
				call("GET", "/api/v1/limits/credentials", input, options),
			/** Count calls, refusals and calls turned away by a limit, hour by hour. */
			history: (input: LimitsHistoryInput = {}, options?: CallOptions): Promise<LimitHistoryAnswer> =>
				call("GET", "/api/v1/limits/history", input, options),
		},
		accounts: {
			/** List every account that the caller may enter, its own first. */
			list: (input: AccountsListInput = {}, options?: CallOptions): Promise<Page<AccountRow>> =>
				call("GET", "/api/v1/accounts", input, options),
			/** Read the account that the call runs in. */
			get: (input: AccountsGetInput = {}, options?: CallOptions): Promise<Account> =>
				call("GET", "/api/v1/account", input, options),
			/** Change the profile and the settings of the account. */
			update: (input: AccountsUpdateInput = {}, options?: CallOptions): Promise<Account> =>
				call("PATCH", "/api/v1/account", input, options),
			/** Delete the account with everything in it. */
			delete: (input: AccountsDeleteInput = {}, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/account", input, options),
			/** Count what the account holds. */
			stats: (input: AccountsStatsInput = {}, options?: CallOptions): Promise<AccountStatsAnswer> =>
				call("GET", "/api/v1/account/stats", input, options),
			/** Read the figures that an account's first page shows. */
			overview: (input: AccountsOverviewInput = {}, options?: CallOptions): Promise<AccountOverviewAnswer> =>
				call("GET", "/api/v1/account/overview", input, options),
			/** Add up the figures of all accounts that a call is about. */
			totals: (input: AccountsTotalsInput = {}, options?: CallOptions): Promise<AccountTotalsAnswer> =>
				call("GET", "/api/v1/account/totals", input, options),
			/** List the providers that ask this account to become their tenant. */
			invitations: (input: AccountsInvitationsInput = {}, options?: CallOptions): Promise<AccountInvitationsAnswer> =>
				call("GET", "/api/v1/account/invitations", input, options),
			/** Accept or decline to become the tenant of a provider. */
			answerInvite: (input: AccountsAnswerInviteInput, options?: CallOptions): Promise<null> =>
				call("POST", "/api/v1/account/answer-invite", input, options),
		},
		attention: {
			/** List what needs attention now, the worst first. */
			list: (input: AttentionListInput = {}, options?: CallOptions): Promise<Page<Attention>> =>
				call("GET", "/api/v1/attention", input, options),
		},
		identityProvider: {
			/** Read where people of the account sign in with single sign-on. */
			get: (input: IdentityProviderGetInput = {}, options?: CallOptions): Promise<IdentityProvider> =>
				call("GET", "/api/v1/identity-provider", input, options),
			/** Set where people of the account sign in with single sign-on. */
			update: (input: IdentityProviderUpdateInput, options?: CallOptions): Promise<IdentityProvider> =>
				call("PUT", "/api/v1/identity-provider", input, options),
			/** End single sign-on for the account. */
			delete: (input: IdentityProviderDeleteInput = {}, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/identity-provider", input, options),
		},
		tenants: {
			/** List the tenants and the accounts that may become tenants. */
			list: (input: TenantsListInput = {}, options?: CallOptions): Promise<Page<TenantRow>> =>
				call("GET", "/api/v1/tenants", input, options),
			/** Read one tenant. */
			get: (input: TenantsGetInput, options?: CallOptions): Promise<Tenant> =>
				call("GET", "/api/v1/tenants/{id}", input, options),
			/** Create a tenant. */
			create: (input: TenantsCreateInput, options?: CallOptions): Promise<Tenant> =>
				call("POST", "/api/v1/tenants", input, options),
			/** Change a tenant's name, profile, verified ranges or groups. */
			update: (input: TenantsUpdateInput, options?: CallOptions): Promise<Tenant> =>
				call("PATCH", "/api/v1/tenants/{id}", input, options),
			/** Delete a tenant with everything in it, or withdraw an invitation. */
			delete: (input: TenantsDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/tenants/{id}", input, options),
			/** Suspend a tenant: nobody may work in it until it is resumed. */
			suspend: (input: TenantsSuspendInput, options?: CallOptions): Promise<Tenant> =>
				call("POST", "/api/v1/tenants/{id}/suspend", input, options),
			/** Let people work in a suspended tenant again. */
			resume: (input: TenantsResumeInput, options?: CallOptions): Promise<Tenant> =>
				call("POST", "/api/v1/tenants/{id}/resume", input, options),
			/** Let a tenant go: it becomes an account of its own, with an owner. */
			unlink: (input: TenantsUnlinkInput, options?: CallOptions): Promise<null> =>
				call("POST", "/api/v1/tenants/{id}/unlink", input, options),
			/** Ask an existing account to become a tenant. */
			invite: (input: TenantsInviteInput, options?: CallOptions): Promise<Tenant> =>
				call("POST", "/api/v1/tenants/{id}/invite", input, options),
			/** Look in DNS for the proof of a tenant's domain. */
			verifyDomain: (input: TenantsVerifyDomainInput, options?: CallOptions): Promise<TenantVerifyDomainAnswer> =>
				call("POST", "/api/v1/tenants/{id}/verify-domain", input, options),
			/** Note the plan that a tenant pays for, which ends its trial. */
			subscribe: (input: TenantsSubscribeInput, options?: CallOptions): Promise<Tenant> =>
				call("PUT", "/api/v1/tenants/{id}/subscription", input, options),
			/** Count the users and endpoints of a tenant. */
			usage: (input: TenantsUsageInput, options?: CallOptions): Promise<TenantUsageAnswer> =>
				call("GET", "/api/v1/tenants/{id}/usage", input, options),
		},
		grants: {
			/** List which permission groups reach which tenants, and with which role. */
			list: (input: GrantsListInput = {}, options?: CallOptions): Promise<Page<Grant>> =>
				call("GET", "/api/v1/grants", input, options),
			/** List the tenants a user reaches, or the users that reach a tenant, with role and groups. */
			reach: (input: GrantsReachInput = {}, options?: CallOptions): Promise<Page<GrantRow>> =>
				call("GET", "/api/v1/grants/reach", input, options),
			/** Read one grant. */
			get: (input: GrantsGetInput, options?: CallOptions): Promise<Grant> =>
				call("GET", "/api/v1/grants/{id}", input, options),
			/** Let a permission group reach a tenant with a role. */
			create: (input: GrantsCreateInput, options?: CallOptions): Promise<Grant> =>
				call("POST", "/api/v1/grants", input, options),
			/** Change the role of a grant. */
			update: (input: GrantsUpdateInput, options?: CallOptions): Promise<Grant> =>
				call("PATCH", "/api/v1/grants/{id}", input, options),
			/** End the reach of a permission group into a tenant. */
			delete: (input: GrantsDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/grants/{id}", input, options),
		},
		users: {
			/** List users and service users. */
			list: (input: UsersListInput = {}, options?: CallOptions): Promise<Page<User>> =>
				call("GET", "/api/v1/users", input, options),
			/** Read one user. */
			get: (input: UsersGetInput, options?: CallOptions): Promise<User> =>
				call("GET", "/api/v1/users/{id}", input, options),
			/** Create a user or a service user. */
			create: (input: UsersCreateInput, options?: CallOptions): Promise<UserCreateAnswer> =>
				call("POST", "/api/v1/users", input, options),
			/** Change a user's role, groups, name or time zone, or block the user. */
			update: (input: UsersUpdateInput, options?: CallOptions): Promise<User> =>
				call("PATCH", "/api/v1/users/{id}", input, options),
			/** Turn a user's access to the API on or off. */
			setApiAccess: (input: UsersSetApiAccessInput, options?: CallOptions): Promise<User> =>
				call("PUT", "/api/v1/users/{id}/api-access", input, options),
			/** Make a user the owner; the owner before becomes an administrator. */
			transferOwnership: (input: UsersTransferOwnershipInput, options?: CallOptions): Promise<User> =>
				call("POST", "/api/v1/users/{id}/transfer-ownership", input, options),
			/** Let in a user who awaits approval. */
			approve: (input: UsersApproveInput, options?: CallOptions): Promise<User> =>
				call("POST", "/api/v1/users/{id}/approve", input, options),
			/** Turn away and delete a user who awaits approval. */
			reject: (input: UsersRejectInput, options?: CallOptions): Promise<null> =>
				call("POST", "/api/v1/users/{id}/reject", input, options),
			/** Change your own password. */
			changePassword: (input: UsersChangePasswordInput, options?: CallOptions): Promise<null> =>
				call("POST", "/api/v1/users/{id}/change-password", input, options),
			/** Sign a user out everywhere. */
			endSessions: (input: UsersEndSessionsInput, options?: CallOptions): Promise<UserEndSessionsAnswer> =>
				call("POST", "/api/v1/users/{id}/end-sessions", input, options),
			/** Delete a user with the user's credentials and endpoints. */
			delete: (input: UsersDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/users/{id}", input, options),
			/** Make a link by which a person sets a new password. */
			createResetLink: (input: UsersCreateResetLinkInput, options?: CallOptions): Promise<UserCreateResetLinkAnswer> =>
				call("POST", "/api/v1/users/{id}/reset-link", input, options),
			/** Take a user's second factors and recovery codes, for a lost phone. */
			resetSecondFactors: (input: UsersResetSecondFactorsInput, options?: CallOptions): Promise<UserResetSecondFactorsAnswer> =>
				call("POST", "/api/v1/users/{id}/reset-second-factors", input, options),
		},
		userInvites: {
			/** List invitations that nobody has accepted yet. */
			list: (input: UserInvitesListInput = {}, options?: CallOptions): Promise<Page<UserInviteRow>> =>
				call("GET", "/api/v1/user-invites", input, options),
			/** Invite a person by a link that sets their password. */
			create: (input: UserInvitesCreateInput, options?: CallOptions): Promise<UserInvite> =>
				call("POST", "/api/v1/user-invites", input, options),
			/** Withdraw an invitation and the user it was for. */
			delete: (input: UserInvitesDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/user-invites/{id}", input, options),
			/** Give an invitation a new token; the old one opens nothing more. */
			regenerate: (input: UserInvitesRegenerateInput, options?: CallOptions): Promise<UserInvite> =>
				call("POST", "/api/v1/user-invites/{id}/regenerate", input, options),
		},
		groups: {
			/** List groups with how many members they have. */
			list: (input: GroupsListInput = {}, options?: CallOptions): Promise<Page<GroupRow>> =>
				call("GET", "/api/v1/groups", input, options),
			/** Read one group. */
			get: (input: GroupsGetInput, options?: CallOptions): Promise<Group> =>
				call("GET", "/api/v1/groups/{id}", input, options),
			/** Create a group. */
			create: (input: GroupsCreateInput, options?: CallOptions): Promise<Group> =>
				call("POST", "/api/v1/groups", input, options),
			/** Rename a group or replace its members. */
			update: (input: GroupsUpdateInput, options?: CallOptions): Promise<Group> =>
				call("PATCH", "/api/v1/groups/{id}", input, options),
			/** Delete a group that nothing refers to. */
			delete: (input: GroupsDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/groups/{id}", input, options),
		},
		keys: {
			/** List keys and tokens, their secrets never shown. */
			list: (input: KeysListInput = {}, options?: CallOptions): Promise<Page<Key>> =>
				call("GET", "/api/v1/keys", input, options),
			/** Read one key, its secret never shown. */
			get: (input: KeysGetInput, options?: CallOptions): Promise<Key> =>
				call("GET", "/api/v1/keys/{id}", input, options),
			/** Make a key or token; its secret is shown in this answer only. */
			create: (input: KeysCreateInput, options?: CallOptions): Promise<KeyCreateAnswer> =>
				call("POST", "/api/v1/keys", input, options),
			/** Change a key's name, access, expiry or narrowing. */
			update: (input: KeysUpdateInput, options?: CallOptions): Promise<Key> =>
				call("PATCH", "/api/v1/keys/{id}", input, options),
			/** Let a disabled key work again. */
			enable: (input: KeysEnableInput, options?: CallOptions): Promise<Key> =>
				call("POST", "/api/v1/keys/{id}/enable", input, options),
			/** Refuse a key from now on, without deleting it. */
			disable: (input: KeysDisableInput, options?: CallOptions): Promise<Key> =>
				call("POST", "/api/v1/keys/{id}/disable", input, options),
			/** Give a key a new id and secret, shown in this answer only. */
			regenerate: (input: KeysRegenerateInput, options?: CallOptions): Promise<KeyCreateAnswer> =>
				call("POST", "/api/v1/keys/{id}/regenerate", input, options),
			/** Delete a key; it opens nothing from now on. */
			delete: (input: KeysDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/keys/{id}", input, options),
			/** Read what a key was used for lately, most used first. */
			usage: (input: KeysUsageInput, options?: CallOptions): Promise<KeyUsageAnswer> =>
				call("GET", "/api/v1/keys/{id}/usage", input, options),
		},
		setupKeys: {
			/** List setup keys, masked. */
			list: (input: SetupKeysListInput = {}, options?: CallOptions): Promise<Page<SetupKey>> =>
				call("GET", "/api/v1/setup-keys", input, options),
			/** Read one setup key, masked. */
			get: (input: SetupKeysGetInput, options?: CallOptions): Promise<SetupKey> =>
				call("GET", "/api/v1/setup-keys/{id}", input, options),
			/** Make a setup key; it is shown in this answer only. */
			create: (input: SetupKeysCreateInput, options?: CallOptions): Promise<SetupKeyCreateAnswer> =>
				call("POST", "/api/v1/setup-keys", input, options),
			/** Revoke a setup key, or change the groups that machines join. */
			update: (input: SetupKeysUpdateInput, options?: CallOptions): Promise<SetupKey> =>
				call("PATCH", "/api/v1/setup-keys/{id}", input, options),
			/** Delete a setup key; what has enrolled with it stays. */
			delete: (input: SetupKeysDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/setup-keys/{id}", input, options),
		},
		endpoints: {
			/** List the computers that have enrolled. */
			list: (input: EndpointsListInput = {}, options?: CallOptions): Promise<Page<Endpoint>> =>
				call("GET", "/api/v1/endpoints", input, options),
			/** Read one endpoint. */
			get: (input: EndpointsGetInput, options?: CallOptions): Promise<Endpoint> =>
				call("GET", "/api/v1/endpoints/{id}", input, options),
			/** Rename an endpoint, move it to another address, or change what it may. */
			update: (input: EndpointsUpdateInput, options?: CallOptions): Promise<Endpoint> =>
				call("PATCH", "/api/v1/endpoints/{id}", input, options),
			/** Remove an endpoint that routes for no network. */
			delete: (input: EndpointsDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/endpoints/{id}", input, options),
			/** Count endpoints by status, operating system and agent version. */
			stats: (input: EndpointsStatsInput = {}, options?: CallOptions): Promise<EndpointStatsAnswer> =>
				call("GET", "/api/v1/endpoint-stats", input, options),
			/** Enrol a machine with a setup key, which is the credential. */
			enroll: (input: EndpointsEnrollInput, options?: CallOptions): Promise<EndpointEnrollAnswer> =>
				call("POST", "/api/v1/enroll", input, options),
			/** Say that a machine is alive, and what has changed on it. */
			heartbeat: (input: EndpointsHeartbeatInput = {}, options?: CallOptions): Promise<EndpointHeartbeatAnswer> =>
				call("POST", "/api/v1/heartbeat", input, options),
		},
		policies: {
			/** List access policies with their rules. */
			list: (input: PoliciesListInput = {}, options?: CallOptions): Promise<Page<Policy>> =>
				call("GET", "/api/v1/policies", input, options),
			/** Read one access policy. */
			get: (input: PoliciesGetInput, options?: CallOptions): Promise<Policy> =>
				call("GET", "/api/v1/policies/{id}", input, options),
			/** Create an access policy. */
			create: (input: PoliciesCreateInput, options?: CallOptions): Promise<Policy> =>
				call("POST", "/api/v1/policies", input, options),
			/** Change an access policy. */
			update: (input: PoliciesUpdateInput, options?: CallOptions): Promise<Policy> =>
				call("PATCH", "/api/v1/policies/{id}", input, options),
			/** Delete an access policy with its rules. */
			delete: (input: PoliciesDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/policies/{id}", input, options),
		},
		networks: {
			/** List networks with their routers, resources and policies. */
			list: (input: NetworksListInput = {}, options?: CallOptions): Promise<Page<Network>> =>
				call("GET", "/api/v1/networks", input, options),
			/** Read one network. */
			get: (input: NetworksGetInput, options?: CallOptions): Promise<Network> =>
				call("GET", "/api/v1/networks/{id}", input, options),
			/** Create a network, empty at first. */
			create: (input: NetworksCreateInput, options?: CallOptions): Promise<Network> =>
				call("POST", "/api/v1/networks", input, options),
			/** Change the name or the description of a network. */
			update: (input: NetworksUpdateInput, options?: CallOptions): Promise<Network> =>
				call("PATCH", "/api/v1/networks/{id}", input, options),
			/** Delete a network with its routers and resources. */
			delete: (input: NetworksDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/networks/{id}", input, options),
		},
		networkResources: {
			/** List the resources of one network, or of all networks. */
			list: (input: NetworkResourcesListInput = {}, options?: CallOptions): Promise<Page<NetworkResource>> =>
				call("GET", "/api/v1/network-resources", input, options),
			/** Read one network resource. */
			get: (input: NetworkResourcesGetInput, options?: CallOptions): Promise<NetworkResource> =>
				call("GET", "/api/v1/network-resources/{id}", input, options),
			/** Add a host, a subnet or a domain to a network. */
			create: (input: NetworkResourcesCreateInput, options?: CallOptions): Promise<NetworkResource> =>
				call("POST", "/api/v1/network-resources", input, options),
			/** Change a network resource. */
			update: (input: NetworkResourcesUpdateInput, options?: CallOptions): Promise<NetworkResource> =>
				call("PATCH", "/api/v1/network-resources/{id}", input, options),
			/** Delete a network resource. */
			delete: (input: NetworkResourcesDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/network-resources/{id}", input, options),
		},
		networkRouters: {
			/** List the routers of one network, or of all networks. */
			list: (input: NetworkRoutersListInput = {}, options?: CallOptions): Promise<Page<NetworkRouter>> =>
				call("GET", "/api/v1/network-routers", input, options),
			/** Read one network router. */
			get: (input: NetworkRoutersGetInput, options?: CallOptions): Promise<NetworkRouter> =>
				call("GET", "/api/v1/network-routers/{id}", input, options),
			/** Let an endpoint, or the endpoints of groups, route into a network. */
			create: (input: NetworkRoutersCreateInput, options?: CallOptions): Promise<NetworkRouter> =>
				call("POST", "/api/v1/network-routers", input, options),
			/** Change a network router. */
			update: (input: NetworkRoutersUpdateInput, options?: CallOptions): Promise<NetworkRouter> =>
				call("PATCH", "/api/v1/network-routers/{id}", input, options),
			/** Delete a network router. */
			delete: (input: NetworkRoutersDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/network-routers/{id}", input, options),
		},
		audit: {
			/** List what was done and what was refused, newest first. */
			list: (input: AuditListInput = {}, options?: CallOptions): Promise<Page<Audit>> =>
				call("GET", "/api/v1/audit-events", input, options),
			/** Read one event of the audit log. */
			get: (input: AuditGetInput, options?: CallOptions): Promise<Audit> =>
				call("GET", "/api/v1/audit-events/{id}", input, options),
			/** Read the end of the audit chain and its last signature. */
			head: (input: AuditHeadInput = {}, options?: CallOptions): Promise<AuditHeadAnswer> =>
				call("GET", "/api/v1/audit-chain", input, options),
			/** List who acted lately, with what and on what: what a filter of the log offers. */
			facets: (input: AuditFacetsInput = {}, options?: CallOptions): Promise<AuditFacetsAnswer> =>
				call("GET", "/api/v1/audit-facets", input, options),
			/** Check a part of the account's audit chain. */
			verify: (input: AuditVerifyInput = {}, options?: CallOptions): Promise<AuditVerifyAnswer> =>
				call("GET", "/api/v1/audit-chain/verify", input, options),
			/** Export the account's signed audit log, to be checked away from this server. */
			export: (input: AuditExportInput = {}, options?: CallOptions): Promise<Page<string>> =>
				call("GET", "/api/v1/audit-chain/export", input, options),
		},
		dnsPolicies: {
			/** List DNS and web policies. */
			list: (input: DnsPoliciesListInput = {}, options?: CallOptions): Promise<Page<DnsPolicy>> =>
				call("GET", "/api/v1/dns-policies", input, options),
			/** Read one DNS or web policy. */
			get: (input: DnsPoliciesGetInput, options?: CallOptions): Promise<DnsPolicy> =>
				call("GET", "/api/v1/dns-policies/{id}", input, options),
			/** Create a DNS or web policy, assigned to nothing at first. */
			create: (input: DnsPoliciesCreateInput, options?: CallOptions): Promise<DnsPolicy> =>
				call("POST", "/api/v1/dns-policies", input, options),
			/** Rename a DNS or web policy or move it to another priority. */
			update: (input: DnsPoliciesUpdateInput, options?: CallOptions): Promise<DnsPolicy> =>
				call("PATCH", "/api/v1/dns-policies/{id}", input, options),
			/** Delete a DNS or web policy that is not the default one. */
			delete: (input: DnsPoliciesDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/dns-policies/{id}", input, options),
			/** List what a DNS or web policy is assigned to directly. */
			listIdentities: (input: DnsPoliciesListIdentitiesInput, options?: CallOptions): Promise<Page<DnsPolicyRow>> =>
				call("GET", "/api/v1/dns-policies/{id}/identities", input, options),
			/** Assign a policy to a registered network, an endpoint or a network device. */
			assign: (input: DnsPoliciesAssignInput, options?: CallOptions): Promise<DnsPolicy> =>
				call("PUT", "/api/v1/dns-policies/{id}/identities/{origin_id}", input, options),
			/** Take a policy from a network, an endpoint or a network device. */
			unassign: (input: DnsPoliciesUnassignInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/dns-policies/{id}/identities/{origin_id}", input, options),
			/** List the policies of a registered network, an endpoint or a network device. */
			listOfIdentity: (input: DnsPoliciesListOfIdentityInput, options?: CallOptions): Promise<DnsPolicyListOfIdentityAnswer> =>
				call("GET", "/api/v1/dns-identities/{origin_id}/policies", input, options),
		},
		registeredNetworks: {
			/** List the public networks whose DNS traffic belongs to an account. */
			list: (input: RegisteredNetworksListInput = {}, options?: CallOptions): Promise<Page<RegisteredNetwork>> =>
				call("GET", "/api/v1/registered-networks", input, options),
			/** Read one registered network. */
			get: (input: RegisteredNetworksGetInput, options?: CallOptions): Promise<RegisteredNetwork> =>
				call("GET", "/api/v1/registered-networks/{id}", input, options),
			/** Register a public network. */
			create: (input: RegisteredNetworksCreateInput, options?: CallOptions): Promise<RegisteredNetwork> =>
				call("POST", "/api/v1/registered-networks", input, options),
			/** Change a registered network. */
			update: (input: RegisteredNetworksUpdateInput, options?: CallOptions): Promise<RegisteredNetwork> =>
				call("PATCH", "/api/v1/registered-networks/{id}", input, options),
			/** Delete a registered network. */
			delete: (input: RegisteredNetworksDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/registered-networks/{id}", input, options),
		},
		regions: {
			/** List regions with what they hold. */
			list: (input: RegionsListInput = {}, options?: CallOptions): Promise<Page<Region>> =>
				call("GET", "/api/v1/regions", input, options),
			/** Read one region. */
			get: (input: RegionsGetInput, options?: CallOptions): Promise<Region> =>
				call("GET", "/api/v1/regions/{id}", input, options),
			/** Create a region. */
			create: (input: RegionsCreateInput, options?: CallOptions): Promise<Region> =>
				call("POST", "/api/v1/regions", input, options),
			/** Change the name or the description of a region. */
			update: (input: RegionsUpdateInput, options?: CallOptions): Promise<Region> =>
				call("PATCH", "/api/v1/regions/{id}", input, options),
			/** Delete a region that holds no probes and no devices. */
			delete: (input: RegionsDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/regions/{id}", input, options),
		},
		probes: {
			/** List probes with their state. */
			list: (input: ProbesListInput = {}, options?: CallOptions): Promise<Page<Probe>> =>
				call("GET", "/api/v1/probes", input, options),
			/** Read one probe with its state. */
			get: (input: ProbesGetInput, options?: CallOptions): Promise<Probe> =>
				call("GET", "/api/v1/probes/{id}", input, options),
			/** Register a probe and get its key, which is shown this once. */
			create: (input: ProbesCreateInput, options?: CallOptions): Promise<ProbeCreateAnswer> =>
				call("POST", "/api/v1/probes", input, options),
			/** Change what is registered about a probe. */
			update: (input: ProbesUpdateInput, options?: CallOptions): Promise<Probe> =>
				call("PATCH", "/api/v1/probes/{id}", input, options),
			/** Delete a probe that no device is assigned to, and void its key. */
			delete: (input: ProbesDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/probes/{id}", input, options),
			/** Void the key of a probe at once and make a new one. */
			regenerateKey: (input: ProbesRegenerateKeyInput, options?: CallOptions): Promise<ProbeCreateAnswer> =>
				call("POST", "/api/v1/probes/{id}/regenerate-key", input, options),
			/** Say, as a probe, that it is alive and what it runs on. */
			checkIn: (input: ProbesCheckInInput = {}, options?: CallOptions): Promise<ProbeCheckInAnswer> =>
				call("POST", "/api/v1/probes/check-in", input, options),
		},
		devices: {
			/** List devices with their status. */
			list: (input: DevicesListInput = {}, options?: CallOptions): Promise<Page<Device>> =>
				call("GET", "/api/v1/devices", input, options),
			/** Read one device with its status. */
			get: (input: DevicesGetInput, options?: CallOptions): Promise<Device> =>
				call("GET", "/api/v1/devices/{id}", input, options),
			/** Find the one device that a name, an address or a label means. */
			resolve: (input: DevicesResolveInput, options?: CallOptions): Promise<Device> =>
				call("GET", "/api/v1/devices/resolve", input, options),
			/** Add a device to be monitored, or register a network device. */
			create: (input: DevicesCreateInput = {}, options?: CallOptions): Promise<Device> =>
				call("POST", "/api/v1/devices", input, options),
			/** Change a device. */
			update: (input: DevicesUpdateInput, options?: CallOptions): Promise<Device> =>
				call("PATCH", "/api/v1/devices/{id}", input, options),
			/** Delete a device. */
			delete: (input: DevicesDeleteInput, options?: CallOptions): Promise<null> =>
				call("DELETE", "/api/v1/devices/{id}", input, options),
			/** Say whether a device is to be monitored. */
			setManaged: (input: DevicesSetManagedInput, options?: CallOptions): Promise<Device> =>
				call("POST", "/api/v1/devices/{id}/set-managed", input, options),
			/** Say whether the alarms of a device are kept back. */
			setSuppressed: (input: DevicesSetSuppressedInput, options?: CallOptions): Promise<Device> =>
				call("POST", "/api/v1/devices/{id}/set-suppressed", input, options),
			/** List what a device can be. */
			listCategories: (input: DevicesListCategoriesInput = {}, options?: CallOptions): Promise<DeviceListCategoriesAnswer> =>
				call("GET", "/api/v1/device-categories", input, options),
		},
		sessions: {
			/** List where you are signed in. */
			list: (input: SessionsListInput = {}, options?: CallOptions): Promise<Page<Session>> =>
				own("GET", "/api/v1/sessions", input, options),
			/** End one of your sessions. */
			end: (input: SessionsEndInput, options?: CallOptions): Promise<null> =>
				own("DELETE", "/api/v1/sessions/{id}", input, options),
			/** End all of your sessions but this one. */
			endOthers: (input: SessionsEndOthersInput = {}, options?: CallOptions): Promise<SessionEndOthersAnswer> =>
				own("POST", "/api/v1/sessions/end-others", input, options),
			/** Ask the browser for one of your passkeys, to prove again that it is you. */
			passkeyOptions: (input: SessionsPasskeyOptionsInput = {}, options?: CallOptions): Promise<SessionPasskeyOptionsAnswer> =>
				own("POST", "/api/v1/sessions/passkey-options", input, options),
			/** Prove again that it is you, for changes of how you sign in. */
			confirm: (input: SessionsConfirmInput = {}, options?: CallOptions): Promise<SessionConfirmAnswer> =>
				own("POST", "/api/v1/sessions/confirm", input, options),
		},
		secondFactors: {
			/** List what you sign in with besides the password. */
			list: (input: SecondFactorsListInput = {}, options?: CallOptions): Promise<SecondFactor> =>
				own("GET", "/api/v1/second-factors", input, options),
			/** Begin to enrol an authenticator app. */
			beginTotp: (input: SecondFactorsBeginTotpInput = {}, options?: CallOptions): Promise<SecondFactorBeginTotpAnswer> =>
				own("POST", "/api/v1/second-factors/begin-totp", input, options),
			/** Enrol the authenticator app that was begun, by one of its codes. */
			confirmTotp: (input: SecondFactorsConfirmTotpInput, options?: CallOptions): Promise<SecondFactorConfirmTotpAnswer> =>
				own("POST", "/api/v1/second-factors/confirm-totp", input, options),
			/** Begin to enrol a passkey. */
			beginPasskey: (input: SecondFactorsBeginPasskeyInput = {}, options?: CallOptions): Promise<SecondFactorBeginPasskeyAnswer> =>
				own("POST", "/api/v1/second-factors/begin-passkey", input, options),
			/** Enrol the passkey that was begun. */
			confirmPasskey: (input: SecondFactorsConfirmPasskeyInput, options?: CallOptions): Promise<SecondFactorConfirmTotpAnswer> =>
				own("POST", "/api/v1/second-factors/confirm-passkey", input, options),
			/** Make ten new recovery codes; the ones before are good no more. */
			renewRecoveryCodes: (input: SecondFactorsRenewRecoveryCodesInput = {}, options?: CallOptions): Promise<SecondFactorRenewRecoveryCodesAnswer> =>
				own("POST", "/api/v1/second-factors/renew-recovery-codes", input, options),
			/** Delete something you sign in with besides the password. */
			delete: (input: SecondFactorsDeleteInput, options?: CallOptions): Promise<null> =>
				own("DELETE", "/api/v1/second-factors/{id}", input, options),
		},
		profile: {
			/** Read what your organization knows of you. */
			get: (input: ProfileGetInput = {}, options?: CallOptions): Promise<Profile> =>
				own("GET", "/api/v1/profile", input, options),
			/** Change your own name or time zone. */
			update: (input: ProfileUpdateInput = {}, options?: CallOptions): Promise<Profile> =>
				own("PATCH", "/api/v1/profile", input, options),
		},
		signIn: {
			/** Say whether the browser is signed in, and whether anybody can be. */
			state: (input: SignInStateInput = {}, options?: CallOptions): Promise<SignInStateAnswer> =>
				own("GET", "/api/v1/sign-in", input, options),
			/** Sign in with e-mail address and password. */
			password: (input: SignInPasswordInput, options?: CallOptions): Promise<SignInPasswordAnswer> =>
				own("POST", "/api/v1/sign-in/password", input, options),
			/** Sign out: the session opens nothing any more, anywhere. */
			out: (input: SignInOutInput = {}, options?: CallOptions): Promise<null> =>
				own("POST", "/api/v1/sign-in/out", input, options),
			/** Make the first account with its owner, and sign the owner in. */
			setUp: (input: SignInSetUpInput, options?: CallOptions): Promise<SignInPasswordAnswer> =>
				own("POST", "/api/v1/sign-in/set-up", input, options),
			/** Take the second step with a code of an authenticator app. */
			totp: (input: SignInTotpInput, options?: CallOptions): Promise<SignInPasswordAnswer> =>
				own("POST", "/api/v1/sign-in/totp", input, options),
			/** Take the second step with a recovery code. */
			recoveryCode: (input: SignInRecoveryCodeInput, options?: CallOptions): Promise<SignInRecoveryCodeAnswer> =>
				own("POST", "/api/v1/sign-in/recovery-code", input, options),
			/** Ask the browser for a passkey. */
			passkeyOptions: (input: SignInPasskeyOptionsInput = {}, options?: CallOptions): Promise<SessionPasskeyOptionsAnswer> =>
				own("POST", "/api/v1/sign-in/passkey-options", input, options),
			/** Sign in with a passkey, or take the second step with one. */
			passkey: (input: SignInPasskeyInput, options?: CallOptions): Promise<SignInPasswordAnswer> =>
				own("POST", "/api/v1/sign-in/passkey", input, options),
			/** Say where a person signs in with single sign-on. */
			sso: (input: SignInSsoInput, options?: CallOptions): Promise<SignInSsoAnswer> =>
				own("POST", "/api/v1/sign-in/sso", input, options),
			/** Sign in with what the identity provider sent the browser back with. */
			completeSso: (input: SignInCompleteSsoInput, options?: CallOptions): Promise<SignInPasswordAnswer> =>
				own("POST", "/api/v1/sign-in/complete-sso", input, options),
			/** Read the invitation that a link opens. */
			invitation: (input: SignInInvitationInput, options?: CallOptions): Promise<SignInInvitationAnswer> =>
				own("POST", "/api/v1/sign-in/invitation", input, options),
			/** Accept an invitation by setting a password, and sign in. */
			acceptInvitation: (input: SignInAcceptInvitationInput, options?: CallOptions): Promise<SignInPasswordAnswer> =>
				own("POST", "/api/v1/sign-in/accept-invitation", input, options),
			/** Have a link mailed by which to set a new password. */
			requestReset: (input: SignInRequestResetInput, options?: CallOptions): Promise<null> =>
				own("POST", "/api/v1/sign-in/request-reset", input, options),
			/** Say whose password a reset link sets. */
			reset: (input: SignInResetInput, options?: CallOptions): Promise<SignInResetAnswer> =>
				own("POST", "/api/v1/sign-in/reset", input, options),
			/** Set a new password by a reset link, and sign in. */
			completeReset: (input: SignInCompleteResetInput, options?: CallOptions): Promise<SignInPasswordAnswer> =>
				own("POST", "/api/v1/sign-in/complete-reset", input, options),
		},
	};
}

export type ReeveClient = ReturnType<typeof createClient>;
