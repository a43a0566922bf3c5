import { useNavigate } from "@tanstack/react-router";
import Bot from "lucide-react/icons/bot";
import { useCallback, useState } from "react";
import type { User } from "../../../../generated/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Button } from "../../kit/button.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { ServiceUserForm } from "./service-user-form.tsx";
import { serviceUserColumns, userLink } from "./user-columns.tsx";
import { listUsers, serviceUserFilters } from "./user-filters.ts";
import { UserMenu } from "./user-menu.tsx";
import { useUsersBulk } from "./users-bulk.tsx";

const robots = { kind: "service" } as const;

/** The service users of an account: who programs are. */
export function ServiceUsersPage() {
	const { isAll, may } = useReeve();
	const [isCreating, setCreating] = useState(false);
	const navigate = useNavigate();
	const { bulk, view } = useUsersBulk("service user", "service users");
	const rowActions = useCallback((user: User) => <UserMenu user={user} />, []);
	const create = may("users.create") ? (
		<Button variant="primary" onClick={() => setCreating(true)}>
			New service user
		</Button>
	) : null;
	return (
		<Page
			title="Service users"
			description="Programs that work in this account, each with a role of its own. They never sign in: they have tokens."
			actions={create}
		>
			{view}
			<ResourceList
				noun="users"
				label="Service users"
				list={listUsers}
				columns={serviceUserColumns}
				filters={serviceUserFilters}
				fixed={robots}
				searchHint="Search name"
				rowLink={userLink}
				rowActions={isAll || !may("users.update") ? undefined : rowActions}
				bulk={bulk}
				empty={{
					icon: <Bot aria-hidden="true" />,
					title: "No service users yet",
					text: "A program outlives the people who wrote it: let it work in its own name.",
					action: create,
				}}
			/>
			{isCreating ? (
				<ServiceUserForm
					onClose={() => setCreating(false)}
					onDone={(user) => void navigate(userLink(user))}
				/>
			) : null}
		</Page>
	);
}
