import { useState } from "react";
import type { User } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { Button } from "../../kit/button.tsx";
import { Section } from "../../kit/section.tsx";
import { isAdministratorHere } from "./key-kinds.ts";
import { NewTokenDialog } from "./new-token-dialog.tsx";
import { TokenList } from "./token-list.tsx";

/** The keys and tokens that act for a user: a part of that user's page. Of a service user administrators make them here. */
export function UserTokens({
	user,
}: {
	user: Pick<User, "id" | "name" | "kind" | "role">;
}) {
	const reeve = useReeve();
	const [isMaking, setMaking] = useState(false);
	if (!reeve.may("keys.list")) return null;
	const isService = user.kind === "service";
	const make =
		isService && reeve.may("keys.create") && isAdministratorHere(reeve) ? (
			<Button onClick={() => setMaking(true)}>New token</Button>
		) : null;
	return (
		<Section
			title="Keys and tokens"
			description={
				isService
					? "What programs send to act as this service user."
					: "They act for this person, who alone makes, changes and regenerates them. You can disable or delete them."
			}
			actions={make}
		>
			<TokenList
				userId={user.id}
				label={`Keys and tokens of ${user.name}`}
				empty={{
					title: "No keys or tokens",
					text: isService
						? "A program needs one to call the API as this service user."
						: undefined,
					action: make,
				}}
			/>
			{isMaking ? (
				<NewTokenDialog serviceUser={user} onClose={() => setMaking(false)} />
			) : null}
		</Section>
	);
}
