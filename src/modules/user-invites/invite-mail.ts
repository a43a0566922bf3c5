import { linkTo } from "../../kernel/credentials/link-token.ts";
import type { Context } from "../../kernel/index.ts";
import { actorOf } from "../../kernel/index.ts";
import { nameInMail, timeInMail } from "../../kernel/mail-text.ts";
import type { Mail } from "../../kernel/mailer.ts";
import type { UserInvite } from "./user-invite.ts";

/**
 * The link that an invitation's token makes, for the answer; with a mail server it is also mailed to the invited
 * person once the invitation is stored, and the answer then says whether that went out.
 */
export function sendInvite(
	ctx: Context,
	invite: UserInvite,
	token: string,
): { token: string; url: string } {
	const { mailer, publicUrl } = ctx.resources;
	const url = linkTo("invitation", publicUrl, token);
	if (mailer) {
		const mail = inviteMail(ctx, invite, url);
		ctx.afterCommit(async () => ({ mailed: await mailer.send(mail) }));
	}
	return { token, url };
}

function inviteMail(ctx: Context, invite: UserInvite, url: string): Mail {
	const organization = nameInMail(ctx.account.name);
	const inviter = nameInMail(actorOf(ctx.caller).name);
	return {
		to: invite.email,
		subject: `Your invitation to ${organization}`,
		text: `Hello ${nameInMail(invite.name)},

${inviter} invites you to ${organization} on Reeve. Open this link to set your password and sign in:

${url}

The link works once, until ${timeInMail(new Date(invite.expires_at))}.

If you did not expect this, leave it alone: nothing happens without you.
`,
	};
}
