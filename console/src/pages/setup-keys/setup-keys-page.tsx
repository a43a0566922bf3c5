import Ticket from "lucide-react/icons/ticket";
import { useState } from "react";
import type { SetupKeyCreateAnswer } from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Button } from "../../kit/button.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { NewSetupKey } from "./new-setup-key.tsx";
import {
	setupKeyColumns,
	setupKeyFilters,
	setupKeyLink,
} from "./setup-key-columns.tsx";
import { SetupKeyDialog } from "./setup-key-dialog.tsx";
import { useSetupKeyBulk } from "./use-setup-key-bulk.tsx";

const list = (client: Client) => client.setupKeys.list;

/** What computers join an account with. */
export function SetupKeysPage() {
	const { may } = useReeve();
	const [isMaking, setMaking] = useState(false);
	const [made, setMade] = useState<SetupKeyCreateAnswer>();
	const { bulk, view } = useSetupKeyBulk();
	const create = may("setup_keys.create") ? (
		<Button variant="primary" onClick={() => setMaking(true)}>
			New setup key
		</Button>
	) : null;
	return (
		<Page
			title="Setup keys"
			description="Computers join the account with one, without anybody signing in on them."
			actions={create}
		>
			{view}
			<ResourceList
				noun="setup_keys"
				label="Setup keys"
				list={list}
				columns={setupKeyColumns}
				filters={setupKeyFilters}
				searchHint="Search name"
				rowLink={setupKeyLink}
				bulk={bulk}
				empty={{
					icon: <Ticket aria-hidden="true" />,
					title: "No setup keys yet",
					text: "Make one to enrol the first computer.",
					action: create,
				}}
			/>
			{isMaking ? (
				<NewSetupKey onClose={() => setMaking(false)} onMade={setMade} />
			) : null}
			{made ? (
				<SetupKeyDialog
					name={made.name}
					secret={made.key}
					onClose={() => setMade(undefined)}
				/>
			) : null}
		</Page>
	);
}
