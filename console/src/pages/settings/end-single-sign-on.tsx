import { useState } from "react";
import type { IdentityProvider } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { Button } from "../../kit/button.tsx";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";

/** Takes the provider away, after saying what that does to people. */
export function EndSingleSignOn({ provider }: { provider: IdentityProvider }) {
	const { may } = useReeve();
	const [isAsking, setAsking] = useState(false);
	const write = useWrite({
		call: ({ client }) =>
			client.identityProvider.delete({}, { ifMatch: provider.version }),
		changes: ["identity_provider", "audit"],
		done: "Single sign-on has ended",
		quiet: true,
	});
	if (!may("identity_provider.delete")) return null;
	return (
		<>
			<Button variant="dangerQuiet" onClick={() => setAsking(true)}>
				End single sign-on
			</Button>
			<ConfirmDialog
				open={isAsking}
				onClose={() => setAsking(false)}
				title={`End single sign-on with ${provider.name}?`}
				action="End single sign-on"
				onConfirm={() => write.mutateAsync(undefined)}
			>
				People sign in with their passwords again. Those who have none need a
				reset link from an administrator. Sessions that are open go on.
			</ConfirmDialog>
		</>
	);
}
