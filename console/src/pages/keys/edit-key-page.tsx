import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Key } from "../../../../generated/client.ts";
import { Loaded } from "../../app/loaded.tsx";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { FormPage } from "../../form/form-page.tsx";
import { useForm } from "../../form/use-form.ts";
import { Banner } from "../../kit/banner.tsx";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";
import type { KeyHolder } from "./access-editor.tsx";
import {
	checkDraft,
	draftOfKey,
	type KeyDraft,
	updateInput,
} from "./key-draft.ts";
import { KeyFields } from "./key-fields.tsx";
import { keyParams, rightsOn } from "./key-rights.ts";

/** Changes a key's name, expiry, access and narrowing. Its secret stays. */
export function EditKeyPage() {
	const reeve = useReeve();
	const { client, accountParam } = reeve;
	const { id } = useParams({ from: "/signed-in/a/$account/keys/$id/edit" });
	const query = useQuery({
		queryKey: [accountParam, "keys", id],
		queryFn: ({ signal }) => client.keys.get({ id }, { signal }),
	});
	const key = query.data;
	const [round, setRound] = useState(0);
	return (
		<Page
			title={key ? `Edit “${key.name}”` : "Edit key"}
			back={key ? <WayBack apiKey={key} /> : null}
		>
			<Loaded query={query}>
				{(loaded) =>
					rightsOn(loaded, reeve).edit ? (
						<EditForm
							key={round}
							apiKey={loaded}
							onReload={async () => {
								await query.refetch();
								setRound(round + 1);
							}}
						/>
					) : (
						<Banner>
							{rightsOn(loaded, reeve).note ?? "You may not change this key."}
						</Banner>
					)
				}
			</Loaded>
		</Page>
	);
}

function WayBack({ apiKey }: { apiKey: Key }) {
	const { account, id } = keyParams(apiKey);
	return (
		<Breadcrumbs
			items={[
				{
					label: "API keys",
					render: <Link to="/a/$account/keys" params={{ account }} />,
				},
				{
					label: apiKey.name,
					render: <Link to="/a/$account/keys/$id" params={{ account, id }} />,
				},
				{ label: "Edit" },
			]}
		/>
	);
}

function EditForm({ apiKey, onReload }: { apiKey: Key; onReload: () => void }) {
	const { client } = useReeve();
	const navigate = useNavigate();
	const leave = () =>
		void navigate({ to: "/a/$account/keys/$id", params: keyParams(apiKey) });
	const form = useForm<KeyDraft, Key>({
		initial: draftOfKey(apiKey),
		version: apiKey.version,
		check: (draft) => checkDraft(apiKey.kind, draft, false),
		submit: (draft, { ifMatch }) =>
			client.keys.update(
				updateInput(apiKey, draft),
				ifMatch === undefined ? {} : { ifMatch },
			),
		changes: ["keys"],
		done: "Key changed",
		onReload,
		onDone: leave,
	});
	const holder = useHolder(apiKey);
	return (
		<FormPage form={form} action="Save" onCancel={leave}>
			<KeyFields form={form} kind={apiKey.kind} holder={holder} isNew={false} />
		</FormPage>
	);
}

/** The service user behind a key, for what its role may. */
function useHolder({ user }: Key): KeyHolder {
	const { client, accountParam, may } = useReeve();
	const { data } = useQuery({
		queryKey: [accountParam, "users", user?.id],
		queryFn: ({ signal }) =>
			client.users.get({ id: user?.id as string }, { signal }),
		enabled: user?.kind === "service" && may("users.get"),
	});
	return user?.kind === "service" ? (data ?? "unknown") : undefined;
}
