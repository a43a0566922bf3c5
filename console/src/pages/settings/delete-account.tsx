import { useState } from "react";
import type { Account } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { sessionLost } from "../../app/session.ts";
import { Button } from "../../kit/button.tsx";
import { Card } from "../../kit/card.tsx";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { Section } from "../../kit/section.tsx";

/** The end of an account, for its owner. */
export function DeleteAccount({ account }: { account: Account }) {
	const { client } = useReeve();
	const [isAsking, setAsking] = useState(false);
	return (
		<Section title="Delete this account">
			<Card
				title={`Delete ${account.name} with everything in it`}
				description={
					account.kind === "provider"
						? "It must have no tenants any more: delete or unlink them first."
						: "This cannot be undone."
				}
				actions={
					<Button variant="dangerQuiet" onClick={() => setAsking(true)}>
						Delete account
					</Button>
				}
			/>
			<ConfirmDialog
				open={isAsking}
				onClose={() => setAsking(false)}
				title={`Delete ${account.name}?`}
				action="Delete account"
				typeToConfirm={account.name}
				onConfirm={async () => {
					await client.accounts.delete({}, { ifMatch: account.version });
					sessionLost();
				}}
			>
				All users, keys, networks, devices and endpoints go with it, and
				everybody is signed out, you too. Only the audit log stays. Nobody can
				bring it back.
			</ConfirmDialog>
		</Section>
	);
}
