import Type from "typebox";
import {
	type Context,
	conflict,
	forbidden,
	Id,
	invalid,
	notFound,
	object,
	oneOf,
	operation,
} from "../../kernel/index.ts";
import { joinProvider } from "./free-account.ts";
import {
	forgetInvitation,
	invitationsOf,
	type ReceivedInvitation,
	removeInvitation,
	setInvited,
} from "./invitation-store.ts";
import { lockTenant } from "./tenant-store.ts";

export const answerInvite = operation({
	id: "accounts.answer_invite",
	module: "accounts",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/account/answer-invite",
	summary: "Accept or decline to become the tenant of a provider.",
	description:
		"For the owner of the invited account. Accepting makes its owners administrators and lets in whom the provider granted.",
	input: object({
		value: oneOf(["accept", "decline"]),
		provider_id: Type.Optional(Id),
	}),
	output: Type.Null(),
	audit: { target: "account" },
	example: { input: { value: "accept" }, output: null },
	async handler(ctx, { value, provider_id }) {
		const { account } = ctx;
		if (ctx.role !== "owner")
			throw forbidden("owner_only", "Only the owner answers an invitation.");
		if (account.kind !== "standalone")
			throw conflict(
				"not_standalone",
				"Only an account of its own can become a tenant.",
			);
		const received = await invitationsOf(ctx.db, account.id);
		const invitation = chosen(received, provider_id);
		if (value === "accept") await accept(ctx, invitation, received);
		else await decline(ctx, invitation);
		ctx.audit({
			target: { id: account.id, name: account.name },
			after: { value, provider_id: invitation.provider_id },
		});
		ctx.revoke(account.id);
		return null;
	},
});

function chosen(
	received: readonly ReceivedInvitation[],
	providerId: string | undefined,
): ReceivedInvitation {
	const asked = received.filter(
		(one) =>
			one.status === "invited" &&
			(providerId === undefined || one.provider_id === providerId),
	);
	const [first, second] = asked;
	if (!first) throw notFound("invitation", providerId);
	if (second)
		throw invalid(
			"provider_id",
			"required",
			"provider_id is required: several providers have asked",
		);
	return first;
}

async function accept(
	ctx: Context,
	{ provider_id }: ReceivedInvitation,
	received: readonly ReceivedInvitation[],
): Promise<void> {
	const { id } = ctx.account;
	await ctx.tx.within([provider_id, id], async () => {
		const tenant = await lockTenant(ctx.db, provider_id, id);
		if (tenant?.status !== "invited") throw notFound("invitation", provider_id);
		await joinProvider(ctx.db, id, provider_id, tenant.name);
		await forgetInvitation(ctx.db, provider_id, id);
	});
	for (const other of received)
		if (other.provider_id !== provider_id)
			await ctx.tx.within([other.provider_id], () =>
				removeInvitation(ctx.db, other.provider_id, id),
			);
	tellProvider(ctx, provider_id, "accept");
	ctx.revoke(provider_id);
}

async function decline(
	ctx: Context,
	{ provider_id }: ReceivedInvitation,
): Promise<void> {
	await ctx.tx.within([provider_id], () =>
		setInvited(ctx.db, provider_id, ctx.account.id, null),
	);
	tellProvider(ctx, provider_id, "decline");
}

function tellProvider(ctx: Context, providerId: string, value: string): void {
	const { id, name } = ctx.account;
	ctx.audit({
		accountId: providerId,
		target: { type: "tenant", id, name },
		after: { value },
	});
}
