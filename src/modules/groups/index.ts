import type { AnyOperation } from "../../kernel/index.ts";
import { createGroup } from "./create-group.ts";
import { deleteGroup } from "./delete-group.ts";
import { getGroup } from "./get-group.ts";
import { listGroups } from "./list-groups.ts";
import { updateGroup } from "./update-group.ts";

export const groupOperations: readonly AnyOperation[] = [
	listGroups,
	getGroup,
	createGroup,
	updateGroup,
	deleteGroup,
];

export { assignableGroups } from "./assignable-groups.ts";
export { insertGroup, setMembers } from "./group-store.ts";
export {
	GroupSummary,
	groupSummaries,
	groupSummaryExample,
	unknownGroup,
} from "./group-summary.ts";
export { assertMayChangeUsers } from "./permission-group.ts";
