import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Key } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { ThingPage } from "../../app/thing-page.tsx";
import { Banner } from "../../kit/banner.tsx";
import { Button } from "../../kit/button.tsx";
import { ButtonLink } from "../../kit/button-link.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { AccessSwitch } from "./access-switch.tsx";
import { DeleteKeyDialog } from "./delete-key-dialog.tsx";
import { KeyAccess } from "./key-access.tsx";
import { KeyFacts } from "./key-facts.tsx";
import { keyParams, rightsOn } from "./key-rights.ts";
import { KeyStatus } from "./key-status.tsx";
import { KeyUsage } from "./key-usage.tsx";
import classes from "./keys.module.css";
import { RegenerateKey } from "./regenerate-key.tsx";

/** One key: what it opens, what it did lately, what was done to it. */
export function KeyPage() {
	const { id } = useParams({ from: "/signed-in/a/$account/keys/$id" });
	return (
		<ThingPage
			noun="keys"
			what="Key"
			id={id}
			get={(client) => client.keys.get}
			list={{ to: "/a/$account/keys", label: "API keys" }}
			description={({ description }) => description}
			status={(key) => <KeyStatus apiKey={key} />}
			actions={(key) => <Actions apiKey={key} />}
		>
			{(key) => <Sections apiKey={key} />}
		</ThingPage>
	);
}

function Sections({ apiKey }: { apiKey: Key }) {
	const { note } = rightsOn(apiKey, useReeve());
	return (
		<div className={classes.sections}>
			{note ? <Banner>{note}</Banner> : null}
			<KeyFacts apiKey={apiKey} />
			<KeyAccess apiKey={apiKey} />
			<KeyUsage apiKey={apiKey} />
			<ObjectHistory type="key" id={apiKey.id} />
		</div>
	);
}

function Actions({ apiKey }: { apiKey: Key }) {
	const rights = rightsOn(apiKey, useReeve());
	const navigate = useNavigate();
	const [open, setOpen] = useState<"regenerate" | "delete">();
	const close = () => setOpen(undefined);
	return (
		<>
			<AccessSwitch apiKey={apiKey} hideLabel={false} />
			{rights.remove ? (
				<Button variant="dangerQuiet" onClick={() => setOpen("delete")}>
					Delete
				</Button>
			) : null}
			{rights.regenerate ? (
				<Button onClick={() => setOpen("regenerate")}>Regenerate</Button>
			) : null}
			{rights.edit ? (
				<ButtonLink
					render={
						<Link to="/a/$account/keys/$id/edit" params={keyParams(apiKey)} />
					}
				>
					Edit
				</ButtonLink>
			) : null}
			{open === "regenerate" ? (
				<RegenerateKey apiKey={apiKey} onClose={close} />
			) : null}
			<DeleteKeyDialog
				apiKey={apiKey}
				open={open === "delete"}
				onClose={close}
				leave={() =>
					navigate({
						to: "/a/$account/keys",
						params: { account: apiKey.account_id },
					})
				}
			/>
		</>
	);
}
