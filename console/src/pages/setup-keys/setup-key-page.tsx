import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { SetupKey } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { EditButton } from "../../app/edit-button.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { ThingPage } from "../../app/thing-page.tsx";
import { useWrite } from "../../app/use-write.ts";
import { Button } from "../../kit/button.tsx";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { EditSetupKey } from "./edit-setup-key.tsx";
import { SetupKeyFacts } from "./setup-key-facts.tsx";
import { SetupKeyState } from "./setup-key-state.tsx";

/** One setup key. */
export function SetupKeyPage() {
	const { id } = useParams({ from: "/signed-in/a/$account/setup-keys/$id" });
	return (
		<ThingPage
			noun="setup_keys"
			what="Setup key"
			id={id}
			get={(client) => client.setupKeys.get}
			list={{ to: "/a/$account/setup-keys", label: "Setup keys" }}
			status={(setupKey) => <SetupKeyState setupKey={setupKey} />}
			actions={(setupKey) => <Actions setupKey={setupKey} />}
		>
			{(setupKey) => (
				<>
					<SetupKeyFacts setupKey={setupKey} />
					<ObjectHistory type="setup_key" id={id} />
				</>
			)}
		</ThingPage>
	);
}

function Actions({ setupKey }: { setupKey: SetupKey }) {
	const { id, name } = setupKey;
	return (
		<>
			<DeleteButton
				operation="setup_keys.delete"
				what="setup key"
				name={name}
				call={(client) => client.setupKeys.delete({ id })}
				changes={["setup_keys"]}
				list="/a/$account/setup-keys"
			>
				Nothing enrols with it any more. What has enrolled stays.
			</DeleteButton>
			<Revoke setupKey={setupKey} />
			<EditButton operation="setup_keys.update">
				{(close) => <EditSetupKey setupKey={setupKey} onClose={close} />}
			</EditButton>
		</>
	);
}

function Revoke({ setupKey: { id, name, revoked } }: { setupKey: SetupKey }) {
	const { may } = useReeve();
	const [isAsking, setAsking] = useState(false);
	const write = useWrite({
		call: ({ client }) => client.setupKeys.update({ id, revoked: true }),
		changes: ["setup_keys", "audit"],
		done: "Setup key revoked",
		quiet: true,
	});
	if (revoked || !may("setup_keys.update")) return null;
	return (
		<>
			<Button variant="dangerQuiet" onClick={() => setAsking(true)}>
				Revoke
			</Button>
			<ConfirmDialog
				open={isAsking}
				onClose={() => setAsking(false)}
				title={`Revoke the setup key “${name}”?`}
				action="Revoke setup key"
				onConfirm={() => write.mutateAsync(undefined)}
			>
				Nothing enrols with it any more; what has enrolled stays. This cannot be
				taken back.
			</ConfirmDialog>
		</>
	);
}
