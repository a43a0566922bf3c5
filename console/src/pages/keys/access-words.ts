import type { Key } from "../../../../generated/client.ts";
import { listOf } from "../../format/lists.ts";
import { countOf } from "../../format/plurals.ts";
import type { Access } from "./access-draft.ts";

const SHOWN_MAX = 4;

/** Whether an access opens an operation. */
export function accessOpens(
	access: Access,
	module: string,
	level: "read" | "write",
	operation: string,
): boolean {
	if (access.type === "operations")
		return access.operations?.includes(operation) ?? false;
	if (access.type === "all") return true;
	const given = access.modules?.[module];
	return given === "write" || given === level;
}

/**
 * What a key opens, in a sentence.
 *
 * @param titles of the modules, by name
 */
export function accessSentence(
	key: Pick<Key, "access" | "user" | "opens" | "type" | "kind">,
	titles: ReadonlyMap<string, string>,
): string {
	const { access, user, opens } = key;
	if (key.kind === "probe")
		return "What a probe calls to sign on and to report.";
	if (opens)
		return `The ${key.type} API: ${countOf(access.operations?.length ?? 0, "operation")}.`;
	const whose = user?.name ?? "its user";
	if (access.type === "all")
		return `Everything that ${whose} may do, now and later.`;
	if (access.type === "operations")
		return `${countOf(access.operations?.length ?? 0, "operation")}, and never more than ${whose} may do.`;
	return `${modulesSentence(access.modules ?? {}, titles)} Never more than ${whose} may do.`;
}

function modulesSentence(
	modules: NonNullable<Access["modules"]>,
	titles: ReadonlyMap<string, string>,
): string {
	const named = (level: "read" | "write") =>
		Object.entries(modules)
			.filter(([, given]) => given === level)
			.map(([name]) => titles.get(name) ?? name);
	const parts = [
		["Reads and writes", named("write")] as const,
		["Reads", named("read")] as const,
	].filter(([, names]) => names.length > 0);
	if (parts.length === 0) return "No module.";
	return parts
		.map(([verb, names]) => `${verb} ${listOf(names, SHOWN_MAX)}.`)
		.join(" ");
}
