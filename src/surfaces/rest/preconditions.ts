import { ReeveError } from "../../kernel/errors.ts";

/** A version that no object ever has: versions count from one. */
const NEVER = -1;

const ENTITY_TAG = /(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"/;
const ONE_TAG = new RegExp(`^${ENTITY_TAG.source}$`);
const TAG_LIST = new RegExp(
	`^${ENTITY_TAG.source}(?:[ \\t]*,[ \\t]*${ENTITY_TAG.source})*$`,
);

/** The entity tag of an output: its version, where it has one. */
export function entityTag(output: unknown): string | undefined {
	if (output === null || typeof output !== "object") return undefined;
	const { version } = output as { version?: unknown };
	return Number.isInteger(version) ? `"${version}"` : undefined;
}

/**
 * The version that If-Match insists on (RFC 9110, section 13.1.1). `*` asks only that the object exists, as every
 * write does anyway. A weak tag, or one that no object of ours can have, matches nothing.
 * @throws malformed when it is no entity tag, or more than one
 */
export function readIfMatch(header: string | undefined): number | undefined {
	if (header === undefined || header.trim() === "*") return undefined;
	const match = ONE_TAG.exec(header.trim());
	if (!match)
		throw new ReeveError(
			"malformed",
			'If-Match must be one entity tag, such as "3", or *.',
			{ reason: "if_match" },
		);
	const [, weak, version = ""] = match;
	return weak === undefined && /^[1-9]\d{0,14}$/.test(version)
		? Number(version)
		: NEVER;
}

/**
 * Whether the caller has this version already (If-None-Match, RFC 9110, section 13.1.2, by weak comparison). What is
 * not a list of tags says nothing, and the answer is sent whole.
 */
export function holdsAlready(header: string | undefined, tag: string): boolean {
	if (header === undefined) return false;
	const value = header.trim();
	if (value === "*") return true;
	if (!TAG_LIST.test(value)) return false;
	return value
		.split(",")
		.some((item) => item.trim().replace(/^W\//, "") === tag);
}
