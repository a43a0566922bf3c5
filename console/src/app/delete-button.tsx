import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Button } from "../kit/button.tsx";
import { ConfirmDialog } from "../kit/confirm-dialog.tsx";
import type { Client } from "./client.ts";
import type { ListPath } from "./list-path.ts";
import { useReeve } from "./reeve.tsx";
import { useWrite } from "./use-write.ts";

export interface DeleteButtonProps {
	/** What the person must be allowed: "networks.delete". Without that there is no button. */
	operation: string;
	/** In a word or two: "network". */
	what: string;
	name: string;
	call: (client: Client) => Promise<unknown>;
	/** The nouns whose lists are read anew. */
	changes: readonly string[];
	/** Where one goes then, and the thing is not missed. */
	list: ListPath;
	/** Has the name typed first. */
	typeToConfirm?: boolean | undefined;
	/** What it takes along. */
	children: ReactNode;
}

/** Deletes the thing that a page shows, after saying what that takes along. */
export function DeleteButton(props: DeleteButtonProps) {
	const { operation, what, name, call, changes, list, children } = props;
	const { may, accountParam: account } = useReeve();
	const navigate = useNavigate();
	const [isAsking, setAsking] = useState(false);
	const write = useWrite({
		call: ({ client }) => call(client),
		changes,
		done: `“${name}” is deleted`,
		quiet: true,
		leave: () => navigate({ to: list, params: { account } }),
	});
	if (!may(operation)) return null;
	return (
		<>
			<Button variant="dangerQuiet" onClick={() => setAsking(true)}>
				Delete
			</Button>
			<ConfirmDialog
				open={isAsking}
				onClose={() => setAsking(false)}
				title={`Delete the ${what} “${name}”?`}
				action={`Delete ${what}`}
				typeToConfirm={props.typeToConfirm ? name : undefined}
				onConfirm={() => write.mutateAsync(undefined)}
			>
				{children}
			</ConfirmDialog>
		</>
	);
}
