import { Refusal, when } from "./refusal.ts";
import { isId } from "./wire.ts";

function unknownGroup(id: unknown): string {
	return `invalid auto groups: group not found: ${id}`;
}

/** How groups are refused that a user or a setup key may not have. */
export const autoGroupRules = [
	when("exists", 422, ({ id }) => unknownGroup(id)),
	when(
		"group_all",
		422,
		"invalid auto groups: can't add 'all' group to the setup key",
	),
];

/** An id that no object can have names no group. @throws Refusal */
export function refuseImpossibleGroups(ids: readonly string[]): void {
	const impossible = ids.find((id) => !isId(id));
	if (impossible !== undefined)
		throw new Refusal(422, unknownGroup(impossible));
}
