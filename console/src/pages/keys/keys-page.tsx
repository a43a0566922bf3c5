import { Link } from "@tanstack/react-router";
import KeyRound from "lucide-react/icons/key-round";
import { useCallback } from "react";
import type { Key } from "../../../../generated/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { ButtonLink } from "../../kit/button-link.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { keyColumns } from "./key-columns.tsx";
import { keyFilters, listKeys } from "./key-filters.ts";
import { kindsToMake } from "./key-kinds.ts";
import { keyLink } from "./key-link.ts";
import { KeyMenu } from "./key-menu.tsx";
import { useKeysBulk } from "./keys-bulk.tsx";

/** Every key and token that one may see: one's own, those one keeps for the account, for super administrators all. */
export function KeysPage() {
	const reeve = useReeve();
	const { isAll } = reeve;
	const { bulk, view } = useKeysBulk();
	const rowActions = useCallback((key: Key) => <KeyMenu apiKey={key} />, []);
	const generate = kindsToMake(reeve).length > 0 ? <GenerateLink /> : null;
	return (
		<Page
			title="API keys"
			description="What lets programs in: keys, personal and service tokens. A key never does more than its user may."
			actions={generate}
		>
			{view}
			<ResourceList
				noun="keys"
				label="API keys"
				list={listKeys}
				columns={keyColumns}
				filters={keyFilters}
				searchHint="Search name or description"
				rowLink={keyLink}
				rowActions={isAll ? undefined : rowActions}
				bulk={bulk}
				empty={{
					icon: <KeyRound aria-hidden="true" />,
					title: "No keys yet",
					text: "A key lets a script or an integration call the API in your name.",
					action: generate,
				}}
			/>
		</Page>
	);
}

function GenerateLink() {
	const { accountParam: account } = useReeve();
	return (
		<ButtonLink
			variant="primary"
			render={<Link to="/a/$account/keys/new" params={{ account }} />}
		>
			Generate key
		</ButtonLink>
	);
}
