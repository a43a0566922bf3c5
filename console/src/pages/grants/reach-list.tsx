import { linkOptions } from "@tanstack/react-router";
import Waypoints from "lucide-react/icons/waypoints";
import { useMemo } from "react";
import type {
	CallOptions,
	GrantRow,
	GrantsReachInput,
} from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { type ReachRow, reachColumns } from "./reach-columns.tsx";

/** Which tenants a person reaches, or who reaches a tenant. The list of a provider's own account. */
export function ReachList({ of, id }: { of: "user" | "tenant"; id: string }) {
	const { accountParam: account } = useReeve();
	const fixed = useMemo(
		(): Partial<GrantsReachInput> =>
			of === "user" ? { user_id: id } : { tenant_id: id },
		[of, id],
	);
	const rowLink = (row: ReachRow) =>
		of === "user"
			? linkOptions({
					to: "/a/$account/tenants/$id",
					params: { account, id: row.id },
				})
			: linkOptions({
					to: "/a/$account/users/$id",
					params: { account, id: row.id },
				});
	return (
		<ResourceList
			noun="reach"
			label={of === "user" ? "Tenants in reach" : "People in reach"}
			list={lists[of]}
			columns={reachColumns[of]}
			fixed={fixed}
			searchHint={of === "user" ? "Search tenants" : "Search people"}
			rowLink={rowLink}
			maxHeight={420}
			empty={{
				icon: <Waypoints aria-hidden="true" />,
				...nobody[of],
			}}
		/>
	);
}

const nobody = {
	user: {
		title: "Reaches no tenant",
		text: "Put the person into a group that is granted some.",
	},
	tenant: {
		title: "Nobody reaches it",
		text: "Grant it to a group that has people in it.",
	},
};

const lists = { user: listOf("tenant_id"), tenant: listOf("user_id") };

/** A row is numbered by what it is about, so that the list can tell rows apart. */
function listOf(name: "tenant_id" | "user_id") {
	return (client: Client) =>
		async (input: GrantsReachInput, options?: CallOptions) => {
			const page = await client.grants.reach(input, options);
			const numbered = (row: GrantRow) => ({ ...row, id: row[name] });
			return { ...page, data: page.data.map(numbered) };
		};
}
