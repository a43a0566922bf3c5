import KeyRound from "lucide-react/icons/key-round";
import { type ReactNode, useCallback, useMemo } from "react";
import type { Key } from "../../../../generated/client.ts";
import type { Column, EmptyWords } from "../../list/list-types.ts";
import { ResourceList } from "../../list/resource-list.tsx";
import { keyColumns } from "./key-columns.tsx";
import { type KeyListInput, listKeys } from "./key-filters.ts";
import { keyLink } from "./key-link.ts";
import { KeyMenu } from "./key-menu.tsx";

/** The list stands in a page that may have others, so that it leaves the URL alone. */
const columns: Column<Key>[] = keyColumns
	.filter(({ id }) => id !== "created_by")
	.map((column) => ({ ...column, sortable: false }));

const columnsOfOneKind = columns.filter(({ id }) => id !== "kind");

const HEIGHT_MAX_PX = 420;

/** The keys and tokens that act for a user or were made for a thing, inside a page about it. */
export function TokenList({
	userId,
	subjectId,
	kind,
	label,
	empty,
}: {
	userId?: string | undefined;
	subjectId?: string | undefined;
	/** Only those of a kind. */
	kind?: Key["kind"] | undefined;
	label: string;
	empty: Omit<EmptyWords, "icon">;
}): ReactNode {
	const fixed = useMemo<Partial<KeyListInput>>(
		() => ({
			...(userId ? { user_id: userId } : {}),
			...(subjectId ? { subject_id: subjectId } : {}),
			...(kind ? { kind } : {}),
		}),
		[userId, subjectId, kind],
	);
	const rowActions = useCallback((key: Key) => <KeyMenu apiKey={key} />, []);
	return (
		<ResourceList
			noun="keys"
			label={label}
			list={listKeys}
			columns={kind ? columnsOfOneKind : columns}
			fixed={fixed}
			rowLink={keyLink}
			rowActions={rowActions}
			maxHeight={HEIGHT_MAX_PX}
			empty={{ icon: <KeyRound aria-hidden="true" />, ...empty }}
		/>
	);
}
