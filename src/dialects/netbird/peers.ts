import type { WireCall, WireRoute } from "../dialect.ts";
import { accessiblePeers } from "./accessible-peers.ts";
import type { Account } from "./account-shape.ts";
import {
	accessiblePeerExample,
	accessiblePeerSchema,
	type Endpoint,
	peerExample,
	peerFields,
	toAccessiblePeer,
	toWirePeer,
} from "./peer-shape.ts";
import type { Policy } from "./policy-shape.ts";
import { Refusal } from "./refusal.ts";
import { flag, integer, listOf, nothing, shape, text } from "./schemas.ts";
import { allRows, bodyOf, done, ok, pathId, queryText } from "./wire.ts";

const tag = "Peers";
const answers = {
	200: {
		description: "The peer",
		schema: shape(peerFields),
		example: peerExample,
	},
};

export const peerRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: "/api/peers",
		operation: "endpoints.list",
		document: {
			summary: "List peers",
			tag,
			query: {
				name: { description: "Names that contain this", schema: text },
				ip: { description: "Addresses that contain this", schema: text },
			},
			answers: {
				200: {
					description: "The peers",
					schema: listOf(
						shape({ ...peerFields, accessible_peers_count: integer }),
					),
					example: [{ ...peerExample, accessible_peers_count: 0 }],
				},
			},
		},
		async handle(call) {
			const name = queryText(call, "name");
			const ip = queryText(call, "ip");
			const domain = await domainOf(call);
			const peers = await allRows<Endpoint>(call, "endpoints.list", {
				...(name === undefined ? {} : { name }),
				...(ip === undefined ? {} : { ip }),
			});
			return ok(
				peers.map((peer) => ({
					...toWirePeer(peer, domain),
					accessible_peers_count: 0,
				})),
			);
		},
	},
	{
		method: "GET",
		path: "/api/peers/:peerId",
		operation: "endpoints.get",
		document: { summary: "Read a peer", tag, answers },
		async handle(call) {
			const id = pathId(call, "peerId", "endpoint");
			const peer: Endpoint = await call.run("endpoints.get", { id });
			return ok(toWirePeer(peer, await domainOf(call)));
		},
	},
	{
		method: "PUT",
		path: "/api/peers/:peerId",
		operation: "endpoints.update",
		document: {
			summary: "Rename a peer or change what it may",
			tag,
			body: {
				schema: shape({
					name: text,
					ssh_enabled: flag,
					login_expiration_enabled: flag,
					inactivity_expiration_enabled: flag,
					"approval_required?": flag,
					"ip?": text,
				}),
				example: {
					name: "web-1",
					ssh_enabled: false,
					login_expiration_enabled: false,
					inactivity_expiration_enabled: false,
				},
			},
			answers,
		},
		handle: updatePeer,
	},
	{
		method: "DELETE",
		path: "/api/peers/:peerId",
		operation: "endpoints.delete",
		document: {
			summary: "Delete a peer that routes for no network",
			tag,
			answers: { 200: { description: "Done", schema: nothing } },
		},
		async handle(call) {
			const id = pathId(call, "peerId", "endpoint");
			await call.run("endpoints.delete", { id });
			return done;
		},
	},
	{
		method: "GET",
		path: "/api/peers/:peerId/accessible-peers",
		operation: "endpoints.get",
		document: {
			summary: "List the peers that a peer reaches or is reached by",
			tag,
			answers: {
				200: {
					description: "The peers",
					schema: listOf(accessiblePeerSchema),
					example: [accessiblePeerExample],
				},
			},
		},
		async handle(call) {
			const id = pathId(call, "peerId", "endpoint");
			const self: Endpoint = await call.run("endpoints.get", { id });
			const policies = await allRows<Policy>(call, "policies.list");
			const all = await allRows<Endpoint>(call, "endpoints.list");
			const domain = await domainOf(call);
			return ok(
				accessiblePeers(self, all, policies).map((peer) =>
					toAccessiblePeer(peer, domain),
				),
			);
		},
	},
];

async function updatePeer(call: WireCall) {
	const fields = bodyOf(call);
	const name = fields.text("name");
	const approval = fields.optionalFlag("approval_required");
	const ip = fields.text("ip");
	const flags = {
		ssh_enabled: fields.flag("ssh_enabled"),
		login_expiration_enabled: fields.flag("login_expiration_enabled"),
		inactivity_expiration_enabled: fields.flag("inactivity_expiration_enabled"),
	};
	if (name === "") throw new Refusal(422, "peer name shouldn't be empty");
	const id = pathId(call, "peerId", "endpoint");
	const peer: Endpoint = await call.run("endpoints.update", {
		id,
		name,
		...flags,
		...(approval === undefined ? {} : { approval_required: approval }),
		...(ip === "" ? {} : { ip }),
	});
	return ok(toWirePeer(peer, await domainOf(call)));
}

/** The domain of the account's names, for whoever may read it. */
async function domainOf(call: WireCall): Promise<string> {
	if (!call.may("accounts.get")) return "";
	const account: Account = await call.run("accounts.get", {});
	return String(account.settings.dns_domain ?? "");
}
