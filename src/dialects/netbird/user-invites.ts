import { acceptInvite, findInvite } from "../../modules/user-invites/index.ts";
import type { OpenRoute, WireCall, WireRoute } from "../dialect.ts";
import { header } from "../wire-request.ts";
import { autoGroupRules, refuseImpossibleGroups } from "./auto-groups.ts";
import { Refusal, reworded, when } from "./refusal.ts";
import {
	date,
	flag,
	integer,
	listOf,
	nothing,
	shape,
	text,
} from "./schemas.ts";
import { readRole } from "./user-shape.ts";
import { allRows, bodyOf, done, ok, pathId } from "./wire.ts";

const tag = "Invitations";
const EXPIRES_IN_SECONDS_MIN = 3600;

/** An invitation as the core shows it, with its token where it was just made. */
interface Invite {
	id: string;
	email: string;
	name: string;
	role: string;
	groups: string[];
	expires_at: string;
	expired: boolean;
	created_at: string;
	token?: string;
}

function toWireInvite(invite: Invite) {
	return {
		id: invite.id,
		email: invite.email,
		name: invite.name,
		role: invite.role,
		auto_groups: invite.groups,
		expires_at: invite.expires_at,
		created_at: invite.created_at,
		expired: invite.expired,
		...(invite.token === undefined ? {} : { invite_token: invite.token }),
	};
}

const inviteSchema = shape({
	id: text,
	email: text,
	name: text,
	role: text,
	auto_groups: listOf(text),
	expires_at: date,
	created_at: date,
	expired: flag,
	"invite_token?": text,
});
const example = {
	id: "1000064",
	email: "ned@example.com",
	name: "Ned Newcomer",
	role: "user",
	auto_groups: [],
	expires_at: "2026-01-08T09:00:00.000Z",
	created_at: "2026-01-05T09:00:00.000Z",
	expired: false,
};

export const userInviteRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: "/api/users/invites",
		operation: "user_invites.list",
		document: {
			summary: "List invitations that nobody has accepted yet",
			tag,
			answers: {
				200: {
					description: "The invitations",
					schema: listOf(inviteSchema),
					example: [example],
				},
			},
		},
		async handle(call) {
			const invites = await allRows<Invite>(call, "user_invites.list");
			return ok(invites.map(toWireInvite));
		},
	},
	{
		method: "POST",
		path: "/api/users/invites",
		operation: "user_invites.create",
		document: {
			summary: "Invite a person by a link that sets their password",
			tag,
			body: {
				schema: shape({
					email: text,
					name: text,
					role: text,
					"auto_groups?": listOf(text),
					"expires_in?": integer,
				}),
				example: {
					email: "ned@example.com",
					name: "Ned Newcomer",
					role: "user",
					auto_groups: [],
				},
			},
			answers: {
				200: { description: "The invitation", schema: inviteSchema, example },
			},
		},
		handle: createInvite,
	},
	{
		method: "DELETE",
		path: "/api/users/invites/:invite",
		operation: "user_invites.delete",
		document: {
			summary: "Withdraw an invitation",
			tag,
			answers: { 200: { description: "Done", schema: nothing } },
		},
		async handle(call) {
			const id = pathId(call, "invite", "invite");
			await call.run("user_invites.delete", { id });
			return done;
		},
	},
	{
		method: "POST",
		path: "/api/users/invites/:invite/regenerate",
		operation: "user_invites.regenerate",
		document: {
			summary: "Give an invitation a new token",
			tag,
			body: {
				schema: shape({ "expires_in?": integer }),
				example: { expires_in: 86_400 },
				required: false,
			},
			answers: {
				200: {
					description: "The new token",
					schema: shape({ invite_token: text, invite_expires_at: date }),
					example: {
						invite_token: "rvi_AnExampleThatOpensNothing",
						invite_expires_at: "2026-01-08T09:00:00.000Z",
					},
				},
			},
		},
		async handle(call) {
			const expiry = call.body.length === 0 ? {} : readExpiry(call);
			const id = pathId(call, "invite", "invite");
			const invite: Invite = await call.run("user_invites.regenerate", {
				id,
				...expiry,
			});
			return ok({
				invite_token: invite.token,
				invite_expires_at: invite.expires_at,
			});
		},
	},
];

async function createInvite(call: WireCall) {
	const fields = bodyOf(call);
	const email = fields.text("email");
	const name = fields.text("name");
	const role = readRole(
		fields.text("role"),
		(given) => `unknown user role ${given}`,
	);
	const groups = fields.texts("auto_groups") ?? [];
	if (email === "") throw new Refusal(422, "user email shouldn't be empty");
	if (name === "") throw new Refusal(422, "user name shouldn't be empty");
	refuseImpossibleGroups(groups);
	const invite: Invite = await reworded(
		call.run("user_invites.create", {
			email,
			name,
			role,
			groups,
			...readExpiry(call),
		}),
		when("invite_exists", 409, "invite already exists for this email"),
		when(
			"email_taken",
			409,
			"can't invite a user with an existing netbird account",
		),
		...autoGroupRules,
	);
	return ok(toWireInvite(invite));
}

function readExpiry(call: WireCall): { expires_in_seconds?: number } {
	const seconds = bodyOf(call).integer("expires_in");
	if (seconds === 0) return {};
	if (seconds < EXPIRES_IN_SECONDS_MIN)
		throw new Refusal(422, "invite expiration must be at least 1 hour");
	return { expires_in_seconds: seconds };
}

/** Whoever holds the token of an invitation opens it; nobody is signed in yet. */
export const openInviteRoutes: readonly OpenRoute[] = [
	{
		method: "GET",
		path: "/api/users/invites/:invite",
		document: {
			summary: "Read the invitation that a token opens",
			tag,
			answers: {
				200: {
					description: "The invitation",
					schema: shape({
						email: text,
						name: text,
						expires_at: date,
						valid: flag,
						invited_by: text,
					}),
					example: {
						email: "ned@example.com",
						name: "Ned Newcomer",
						expires_at: "2026-01-08T09:00:00.000Z",
						valid: true,
						invited_by: "Olive Owner",
					},
				},
			},
		},
		async handle(request, resources) {
			const found = await findInvite(resources, request.params.invite ?? "");
			return ok({
				email: found.email,
				name: found.name,
				expires_at: found.expiresAt.toISOString(),
				valid: found.valid,
				invited_by: found.invitedBy,
			});
		},
	},
	{
		method: "POST",
		path: "/api/users/invites/:invite/accept",
		document: {
			summary: "Accept an invitation by setting a password",
			tag,
			body: {
				schema: shape({ password: text }),
				example: { password: "an-example-Password-1" },
			},
			answers: {
				200: {
					description: "Whether it was accepted",
					schema: shape({ success: flag }),
					example: { success: true },
				},
			},
		},
		async handle(request, resources, json) {
			const password = json().text("password");
			await reworded(
				acceptInvite(resources, request.params.invite ?? "", password, {
					address: request.address,
					userAgent: header(request, "user-agent") ?? "",
					id: resources.requestId,
					surface: "netbird",
				}),
				when("invite_expired", 412, "invite has expired"),
			);
			return ok({ success: true });
		},
	},
];
