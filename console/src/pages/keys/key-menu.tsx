import { Link } from "@tanstack/react-router";
import Ellipsis from "lucide-react/icons/ellipsis";
import { useState } from "react";
import type { Key } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { IconButton } from "../../kit/icon-button.tsx";
import { Menu } from "../../kit/menu.tsx";
import { DeleteKeyDialog } from "./delete-key-dialog.tsx";
import { keyParams, rightsOn } from "./key-rights.ts";
import { RegenerateKey } from "./regenerate-key.tsx";

/** What can be done to one key of a list, as far as one may. */
export function KeyMenu({ apiKey }: { apiKey: Key }) {
	const rights = rightsOn(apiKey, useReeve());
	const [open, setOpen] = useState<"regenerate" | "delete">();
	const close = () => setOpen(undefined);
	return (
		<>
			<Menu
				trigger={
					<IconButton
						label={`More for “${apiKey.name}”`}
						icon={<Ellipsis aria-hidden="true" />}
					/>
				}
				items={[
					{
						label: "Open",
						render: (
							<Link to="/a/$account/keys/$id" params={keyParams(apiKey)} />
						),
					},
					rights.edit && {
						label: "Edit…",
						render: (
							<Link to="/a/$account/keys/$id/edit" params={keyParams(apiKey)} />
						),
					},
					rights.regenerate && {
						label: "Regenerate…",
						onSelect: () => setOpen("regenerate"),
					},
					rights.remove && "separator",
					rights.remove && {
						label: "Delete…",
						danger: true,
						onSelect: () => setOpen("delete"),
					},
				]}
			/>
			{open === "regenerate" ? (
				<RegenerateKey apiKey={apiKey} onClose={close} />
			) : null}
			<DeleteKeyDialog
				apiKey={apiKey}
				open={open === "delete"}
				onClose={close}
			/>
		</>
	);
}
