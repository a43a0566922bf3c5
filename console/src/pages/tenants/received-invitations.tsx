import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AccountInvitationsAnswer } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { Time } from "../../format/time.tsx";
import { Banner } from "../../kit/banner.tsx";
import { Button } from "../../kit/button.tsx";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";

type Invitation = AccountInvitationsAnswer["data"][number];

/** Providers that ask a standalone account to become their tenant; its owner answers. Nothing where nobody asks. */
export function ReceivedInvitations() {
	const { client, accountParam, account, may, isAll } = useReeve();
	const { data } = useQuery({
		queryKey: [accountParam, "accounts", "invitations"],
		queryFn: ({ signal }) => client.accounts.invitations({}, { signal }),
		enabled:
			!isAll && account.kind === "standalone" && may("accounts.invitations"),
	});
	return data?.data.map((invitation) => (
		<ReceivedInvitation key={invitation.provider_id} invitation={invitation} />
	));
}

function ReceivedInvitation({
	invitation: { provider_id, provider_name, invited_at },
}: {
	invitation: Invitation;
}) {
	const { may, whoami, account } = useReeve();
	const [isAsking, setAsking] = useState(false);
	const answer = useAnswer(provider_id);
	const isOwner = whoami.role === "owner" && may("accounts.answer_invite");
	return (
		<Banner
			title={`${provider_name} asks to look after ${account.name}`}
			action={
				isOwner ? (
					<>
						<Button variant="primary" onClick={() => setAsking(true)}>
							Accept
						</Button>{" "}
						<Button
							onClick={() => answer.mutate("decline")}
							pending={answer.isPending}
						>
							Decline
						</Button>
					</>
				) : null
			}
		>
			Asked <Time value={invited_at} />.
			{isOwner ? null : " The owner of this account answers."}
			<ConfirmDialog
				open={isAsking}
				onClose={() => setAsking(false)}
				title={`Let ${provider_name} look after ${account.name}?`}
				action="Accept"
				harmless
				onConfirm={() => answer.mutateAsync("accept")}
			>
				This account becomes their tenant: people of theirs may work in it, as
				far as they grant it, and you become an administrator. All that they do
				stands in your audit log as External. Only they can let it go again.
			</ConfirmDialog>
		</Banner>
	);
}

function useAnswer(provider_id: string) {
	return useWrite({
		call: ({ client }, value: "accept" | "decline") =>
			client.accounts.answerInvite({ value, provider_id }),
		changes: ["accounts", "audit"],
		done: (_, value) => (value === "accept" ? "Accepted" : "Declined"),
		onDone: (_, value) => {
			// The account is of another kind now, and so is one's own role.
			if (value === "accept") window.location.reload();
		},
	});
}
