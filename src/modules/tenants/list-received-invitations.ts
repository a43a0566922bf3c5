import Type from "typebox";
import { Id, object, operation, Timestamp } from "../../kernel/index.ts";
import { invitationsOf } from "./invitation-store.ts";

export const listReceivedInvitations = operation({
	id: "accounts.invitations",
	module: "accounts",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/account/invitations",
	summary: "List the providers that ask this account to become their tenant.",
	input: object({}),
	output: object({
		data: Type.Array(
			object({
				provider_id: Id,
				provider_name: Type.String(),
				invited_at: Timestamp,
			}),
		),
	}),
	example: {
		input: {},
		output: {
			data: [
				{
					provider_id: "1000001",
					provider_name: "Provider",
					invited_at: "2026-01-05T09:00:00.000Z",
				},
			],
		},
	},
	async handler(ctx) {
		const all = await invitationsOf(ctx.db, ctx.account.id);
		// One that is merely noted has not been asked.
		const data = all
			.filter(({ status }) => status === "invited")
			.map(({ provider_id, provider_name, invited_at }) => ({
				provider_id,
				provider_name,
				invited_at: (invited_at as Date).toISOString(),
			}));
		return { data };
	},
});
