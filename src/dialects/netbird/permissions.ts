import { forbidden } from "../../kernel/errors.ts";
import type { WireCall, WireRoute } from "../dialect.ts";
import { flag, shape } from "./schemas.ts";
import {
	toWireUser,
	type User,
	userExample,
	userFields,
} from "./user-shape.ts";
import { callerAsUser } from "./users.ts";
import { ok } from "./wire.ts";

interface Rights {
	create?: string;
	read?: string;
	update?: string;
	delete?: string;
}

/** What each of the vendor's modules asks of ours. What has no operation here is nobody's. */
const modules: Readonly<Record<string, Rights>> = {
	networks: nounRights("networks"),
	peers: {
		read: "endpoints.list",
		create: "endpoints.update",
		update: "endpoints.update",
		delete: "endpoints.delete",
	},
	groups: nounRights("groups"),
	settings: { read: "accounts.get", update: "accounts.update" },
	accounts: { read: "accounts.get", delete: "accounts.delete" },
	events: { read: "audit.list" },
	policies: nounRights("policies"),
	users: nounRights("users"),
	setup_keys: nounRights("setup_keys"),
	pats: nounRights("keys"),
	tenants: nounRights("tenants"),
	msp: { read: "tenants.list", update: "tenants.update" },
	billing: { read: "accounts.get" },
	remote_jobs: {},
	dns: {},
	nameservers: {},
	routes: {},
	identity_providers: {},
	services: {},
	agent_network: {},
};

function nounRights(noun: string): Rights {
	return {
		create: `${noun}.create`,
		read: `${noun}.list`,
		update: `${noun}.update`,
		delete: `${noun}.delete`,
	};
}

const rights = shape({ create: flag, read: flag, update: flag, delete: flag });
const example = { create: true, read: true, update: true, delete: true };

export const currentUserRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: "/api/users/current",
		operation: "whoami.get",
		document: {
			summary: "Read the caller and what it may do here",
			tag: "Users",
			answers: {
				200: {
					description: "The user of the token",
					schema: shape({
						...userFields,
						permissions: shape({
							is_restricted: flag,
							modules: { type: "object", additionalProperties: rights },
						}),
					}),
					example: {
						...userExample,
						is_current: true,
						permissions: { is_restricted: false, modules: { groups: example } },
					},
				},
			},
		},
		handle: readCurrentUser,
	},
];

async function readCurrentUser(call: WireCall) {
	const { caller, place } = call;
	if (caller.user?.kind !== "human")
		throw forbidden("not_a_person", "permission denied");
	const id = caller.user.id;
	const atHome = place.account.id === caller.home.id;
	const user: User =
		atHome && call.may("users.get")
			? await call.run("users.get", { id })
			: callerAsUser(call);
	return ok({ ...toWireUser(user, id), permissions: permissionsOf(call) });
}

/** What the token may do here, so that a client shows no more than would work. */
function permissionsOf(call: WireCall) {
	const may = (operation: string | undefined) =>
		operation !== undefined && call.may(operation);
	return {
		is_restricted: call.place.role === "user",
		modules: Object.fromEntries(
			Object.entries(modules).map(([name, needed]) => [
				name,
				{
					create: may(needed.create),
					read: may(needed.read),
					update: may(needed.update),
					delete: may(needed.delete),
				},
			]),
		),
	};
}
