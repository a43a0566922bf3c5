import type { AuditEvent } from "./event-shape.ts";

/** A code of the vendor and the text it sends with it. */
export type Activity = readonly [code: string, text: string];

/** One act of ours as one of theirs; a function where the row decides which. */
type Rule = Activity | ((event: AuditEvent) => Activity | undefined);

/** What each operation is called in the vendor's log. Operations that it has no word for keep their own. */
const rules: Readonly<Record<string, Rule>> = {
	"accounts.update": settingActivity,
	"accounts.delete": ["account.delete", "Account deleted"],
	"tenants.create": (event) =>
		event.target.id === event.account_id
			? ["account.create", "Account created"]
			: ["tenant.create", "Tenant created"],
	"tenants.update": ["tenant.update", "Tenant updated"],
	"tenants.delete": ["tenant.delete", "Tenant deleted"],
	"tenants.unlink": ["tenant.unlink", "Tenant unlinked"],
	"tenants.invite": ["tenant.invite", "Tenant invited"],
	"groups.create": ["group.add", "Group created"],
	"groups.update": groupActivity,
	"groups.delete": ["group.delete", "Group deleted"],
	"policies.create": ["policy.add", "Policy added"],
	"policies.update": ["policy.update", "Policy updated"],
	"policies.delete": ["policy.delete", "Policy deleted"],
	"networks.create": ["network.create", "Network created"],
	"networks.update": ["network.update", "Network updated"],
	"networks.delete": ["network.delete", "Network deleted"],
	"network_resources.create": [
		"network.resource.create",
		"Network resource created",
	],
	"network_resources.update": [
		"network.resource.update",
		"Network resource updated",
	],
	"network_resources.delete": [
		"network.resource.delete",
		"Network resource deleted",
	],
	"network_routers.create": ["network.router.create", "Network router created"],
	"network_routers.update": ["network.router.update", "Network router updated"],
	"network_routers.delete": ["network.router.delete", "Network router deleted"],
	"setup_keys.create": ["setupkey.add", "Setup key created"],
	"setup_keys.update": setupKeyActivity,
	"setup_keys.delete": ["setupkey.delete", "Setup key deleted"],
	"users.create": (event) =>
		event.after?.kind === "service"
			? ["service.user.create", "Service user created"]
			: ["user.create", "User created"],
	"users.update": userActivity,
	"users.delete": (event) =>
		event.before?.kind === "service"
			? ["service.user.delete", "Service user deleted"]
			: ["user.delete", "User deleted"],
	"users.approve": ["user.approve", "User approved"],
	"users.reject": ["user.reject", "User rejected"],
	"users.transfer_ownership": [
		"transferred.owner.role",
		"Transferred owner role",
	],
	"users.change_password": ["user.password.change", "User password changed"],
	"user_invites.create": [
		"user.invite.link.create",
		"User invite link created",
	],
	"user_invites.accept": [
		"user.invite.link.accept",
		"User invite link accepted",
	],
	"user_invites.regenerate": [
		"user.invite.link.regenerate",
		"User invite link regenerated",
	],
	"user_invites.delete": [
		"user.invite.link.delete",
		"User invite link deleted",
	],
	"keys.create": (event) =>
		isToken(event.after?.kind)
			? ["personal.access.token.create", "Personal access token created"]
			: undefined,
	"keys.delete": (event) =>
		isToken(event.before?.kind)
			? ["personal.access.token.delete", "Personal access token deleted"]
			: undefined,
	"endpoints.enroll": ["peer.setupkey.add", "Peer added"],
	"endpoints.update": peerActivity,
	"endpoints.delete": ["user.peer.delete", "Peer deleted"],
};

/** @param summaryOf what an operation of ours does, in words */
export function activityOf(
	event: AuditEvent,
	summaryOf: (operation: string) => string | undefined,
): Activity {
	const rule = rules[event.operation];
	const found = typeof rule === "function" ? rule(event) : rule;
	if (found) return found;
	const summary = summaryOf(event.operation) ?? event.operation;
	return [event.operation, summary.replace(/\.$/, "")];
}

function isToken(kind: unknown): boolean {
	return kind === "personal" || kind === "service";
}

/** Whether a field of the target changed. */
function changed(event: AuditEvent, field: string): boolean {
	const { before, after } = event;
	return (
		JSON.stringify(before?.[field] ?? null) !==
		JSON.stringify(after?.[field] ?? null)
	);
}

/** Members that came or went, by the lists before and after. */
function grew(event: AuditEvent, field: string): boolean {
	const size = (list: unknown) => (Array.isArray(list) ? list.length : 0);
	return size(event.after?.[field]) >= size(event.before?.[field]);
}

function groupActivity(event: AuditEvent): Activity {
	if (!changed(event, "name")) {
		if (changed(event, "endpoints"))
			return grew(event, "endpoints")
				? ["peer.group.add", "Group added to peer"]
				: ["peer.group.delete", "Group removed from peer"];
		if (changed(event, "resources"))
			return grew(event, "resources")
				? ["resource.group.add", "Resource added to group"]
				: ["resource.group.delete", "Resource removed from group"];
	}
	return ["group.update", "Group updated"];
}

function setupKeyActivity(event: AuditEvent): Activity {
	if (changed(event, "revoked"))
		return ["setupkey.revoke", "Setup key revoked"];
	if (changed(event, "groups"))
		return grew(event, "groups")
			? ["setupkey.group.add", "Group added to setup key"]
			: ["setupkey.group.delete", "Group removed from user setup key"];
	return ["setupkey.update", "Setup key updated"];
}

function userActivity(event: AuditEvent): Activity | undefined {
	if (changed(event, "blocked"))
		return event.after?.blocked === true
			? ["user.block", "User blocked"]
			: ["user.unblock", "User unblocked"];
	if (changed(event, "role"))
		return event.after?.role === "owner"
			? ["transferred.owner.role", "Transferred owner role"]
			: ["user.role.update", "User role updated"];
	if (changed(event, "groups"))
		return grew(event, "groups")
			? ["user.group.add", "Group added to user"]
			: ["user.group.delete", "Group removed from user"];
	return undefined;
}

/** Fields that are on or off, with the code and the text up to the last word of each. */
const peerSwitches: readonly (readonly [string, string, string])[] = [
	["ssh_enabled", "peer.ssh", "Peer SSH server"],
	[
		"login_expiration_enabled",
		"peer.login.expiration",
		"Peer login expiration",
	],
	[
		"inactivity_expiration_enabled",
		"peer.inactivity.expiration",
		"Peer inactivity expiration",
	],
];

function peerActivity(event: AuditEvent): Activity | undefined {
	if (changed(event, "name")) return ["peer.rename", "Peer renamed"];
	if (changed(event, "ip")) return ["peer.ip.update", "Peer IP updated"];
	if (changed(event, "approval_required"))
		return event.after?.approval_required === true
			? ["peer.approval.revoke", "Peer approval revoked"]
			: ["peer.approve", "Peer approved"];
	return switched(event, peerSwitches);
}

function switched(
	event: AuditEvent,
	switches: readonly (readonly [string, string, string])[],
): Activity | undefined {
	const found = switches.find(([field]) => changed(event, field));
	if (!found) return undefined;
	const [field, code, text] = found;
	return event.after?.[field] === true
		? [`${code}.enable`, `${text} enabled`]
		: [`${code}.disable`, `${text} disabled`];
}

const settingSwitches: readonly (readonly [string, string, string])[] = [
	[
		"peer_login_expiration_enabled",
		"account.setting.peer.login.expiration",
		"Account peer login expiration",
	],
	[
		"peer_inactivity_expiration_enabled",
		"account.peer.inactivity.expiration",
		"Account peer inactivity expiration",
	],
	[
		"groups_propagation_enabled",
		"account.setting.group.propagation",
		"User group propagation",
	],
	[
		"routing_peer_dns_resolution_enabled",
		"account.setting.routing.peer.dns.resolution",
		"Account routing peer DNS resolution",
	],
	[
		"lazy_connection_enabled",
		"account.setting.lazy.connection",
		"Account lazy connection",
	],
	["peer_expose_enabled", "account.setting.peer.expose", "Account peer expose"],
	[
		"auto_update_always",
		"account.setting.auto.update.always",
		"Account auto-update always",
	],
	["local_mfa_enabled", "account.setting.local.mfa", "Account local MFA"],
	[
		"metrics_push_enabled",
		"account.setting.metrics.push",
		"Account metrics push",
	],
];

/** Of several settings changed at once, the first tells. */
function settingActivity(event: AuditEvent): Activity | undefined {
	if (changed(event, "network_range"))
		return ["account.network.range.update", "Account network range updated"];
	const settings = {
		...event,
		before: settingsOf(event.before),
		after: settingsOf(event.after),
	};
	const found = switched(settings, settingSwitches);
	if (found) return found;
	if (changed(settings, "peer_login_expiration"))
		return [
			"account.setting.peer.login.expiration.update",
			"Account peer login expiration duration updated",
		];
	if (changed(settings, "peer_inactivity_expiration"))
		return [
			"account.peer.inactivity.expiration.update",
			"Account peer inactivity expiration duration updated",
		];
	if (changed(settings, "dns_domain"))
		return ["account.dns.domain.update", "Account DNS domain updated"];
	if (changed(settings, "auto_update_version"))
		return [
			"account.settings.auto.version.update",
			"Account AutoUpdate Version updated",
		];
	return undefined;
}

function settingsOf(snapshot: AuditEvent["before"]): AuditEvent["before"] {
	return (snapshot?.settings ?? null) as AuditEvent["before"];
}
