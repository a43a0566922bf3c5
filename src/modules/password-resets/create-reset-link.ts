import Type from "typebox";
import {
	actorOf,
	type Context,
	conflict,
	forbidden,
	Id,
	object,
	operation,
	Timestamp,
} from "../../kernel/index.ts";
import { isPasswordClosed } from "../identity-providers/index.ts";
import { assertMayLetIn, assertMayTouch, users } from "../users/index.ts";
import { makeResetLink } from "./reset-store.ts";

export const createResetLink = operation({
	id: "users.create_reset_link",
	module: "users",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/users/{id}/reset-link",
	summary: "Make a link by which a person sets a new password.",
	description:
		"The link is shown in this answer only, opens for an hour and works once; the one before opens nothing more. Second factors stay as they are. Who was invited and has not come yet gets a renewed invitation instead.",
	input: object({ id: Id }),
	output: object({
		url: Type.Optional(
			Type.String({
				description: "The page that sets the password; shown once",
			}),
		),
		expires_at: Timestamp,
	}),
	audit: { target: "user" },
	secrets: ["url"],
	example: {
		input: { id: "1000061" },
		output: {
			url: "https://reeve.example.com/reset#rvr_AnExampleTokenThatOpensNothing-000000000000000",
			expires_at: "2026-01-05T10:00:00.000Z",
		},
	},
	async handler(ctx, { id }) {
		const row = await users.lockForChange(ctx, id);
		assertMayTouch(ctx, row);
		await assertMayLetIn(ctx, row);
		await assertResettable(ctx, row);
		const { url, expiresAt } = await makeResetLink(ctx.db, ctx.resources, {
			accountId: ctx.account.id,
			userId: id,
			createdBy: actorOf(ctx.caller),
			now: ctx.now,
		});
		const expires_at = expiresAt.toISOString();
		ctx.audit({ target: { id, name: row.name }, after: { expires_at } });
		return { url, expires_at };
	},
});

type Row = Awaited<ReturnType<typeof users.lockForChange>>;

async function assertResettable(ctx: Context, row: Row): Promise<void> {
	if (ctx.caller.user?.id === row.id)
		throw forbidden(
			"own_password",
			"Your own password is changed with the present one, under your profile.",
		);
	if (row.kind === "service")
		throw conflict("service_user", "A service user has no password.");
	if (row.status === "invited")
		throw conflict(
			"user_invited",
			"The person has not accepted the invitation yet; renew the invitation instead.",
		);
	const { id: userId, email, role } = row;
	const person = { accountId: ctx.account.id, userId, email, role };
	if (await isPasswordClosed(ctx.db, person))
		throw conflict(
			"sso_required",
			"The person signs in with single sign-on, and by no password.",
		);
}
