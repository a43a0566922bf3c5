import { useState } from "react";
import { useReeve } from "../../app/reeve.tsx";
import { Button } from "../../kit/button.tsx";
import { Section } from "../../kit/section.tsx";
import { NewTokenDialog } from "./new-token-dialog.tsx";
import { TokenList } from "./token-list.tsx";

/** The personal tokens of whoever is signed in (promise N5): a part of the page about oneself. */
export function OwnTokens() {
	const { whoami, may } = useReeve();
	const [isMaking, setMaking] = useState(false);
	if (!whoami.user || !may("keys.list")) return null;
	const make = may("keys.create") ? (
		<Button onClick={() => setMaking(true)}>New token</Button>
	) : null;
	return (
		<Section
			title="Personal tokens"
			description="For the command line and for tools that speak NetBird's API. A token does what you may, unless you narrow it."
			actions={make}
		>
			<TokenList
				userId={whoami.user.id}
				kind="personal"
				label="Personal tokens"
				empty={{ title: "No tokens yet", action: make }}
			/>
			{isMaking ? <NewTokenDialog onClose={() => setMaking(false)} /> : null}
		</Section>
	);
}
