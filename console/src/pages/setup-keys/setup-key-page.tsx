import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { SetupKey } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { Loaded } from "../../app/loaded.tsx";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";
import { Button } from "../../kit/button.tsx";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { EditSetupKey } from "./edit-setup-key.tsx";
import { SetupKeyFacts } from "./setup-key-facts.tsx";
import { SetupKeyState } from "./setup-key-state.tsx";

/** One setup key. */
export function SetupKeyPage() {
	const { client, accountParam } = useReeve();
	const { id } = useParams({ from: "/signed-in/a/$account/setup-keys/$id" });
	const query = useQuery({
		queryKey: [accountParam, "setup_keys", id],
		queryFn: ({ signal }) => client.setupKeys.get({ id }, { signal }),
	});
	const setupKey = query.data;
	const title = setupKey?.name ?? "Setup key";
	const list = (
		<Link to="/a/$account/setup-keys" params={{ account: accountParam }} />
	);
	return (
		<Page
			title={title}
			back={
				<Breadcrumbs
					items={[{ label: "Setup keys", render: list }, { label: title }]}
				/>
			}
			status={setupKey ? <SetupKeyState setupKey={setupKey} /> : null}
			curl={(asked) => asked.setupKeys.get({ id })}
			actions={setupKey ? <Actions setupKey={setupKey} /> : null}
		>
			<Loaded query={query}>
				{(loaded) => (
					<>
						<SetupKeyFacts setupKey={loaded} />
						<ObjectHistory type="setup_key" id={id} />
					</>
				)}
			</Loaded>
		</Page>
	);
}

function Actions({ setupKey }: { setupKey: SetupKey }) {
	const { may, accountParam: account } = useReeve();
	const navigate = useNavigate();
	const [isEditing, setEditing] = useState(false);
	const { id, name } = setupKey;
	return (
		<>
			<DeleteButton
				operation="setup_keys.delete"
				what="setup key"
				name={name}
				call={(client) => client.setupKeys.delete({ id })}
				changes={["setup_keys"]}
				leave={() =>
					navigate({ to: "/a/$account/setup-keys", params: { account } })
				}
			>
				Nothing enrols with it any more. What has enrolled stays.
			</DeleteButton>
			<Revoke setupKey={setupKey} />
			{may("setup_keys.update") ? (
				<Button onClick={() => setEditing(true)}>Edit</Button>
			) : null}
			{isEditing ? (
				<EditSetupKey setupKey={setupKey} onClose={() => setEditing(false)} />
			) : null}
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
