import { API_PREFIX } from "./route.ts";

/** A path below the prefix and a method that it is served with. */
export interface ServedPath {
	path: string;
	method: string;
}

/**
 * Answers which methods a path has: asked only when no route matched, to tell a path that nobody serves (404) from
 * one that is served by other methods (405, RFC 9110, section 15.5.6).
 */
export function pathMethods(
	served: readonly ServedPath[],
): (path: string) => string[] {
	const byPattern = new Map<
		string,
		{ pattern: RegExp; methods: Set<string> }
	>();
	for (const { path, method } of served) {
		const source = `^${API_PREFIX}${patternOf(path)}$`;
		const entry = byPattern.get(source) ?? {
			pattern: new RegExp(source),
			methods: new Set<string>(),
		};
		entry.methods.add(method);
		if (method === "GET") entry.methods.add("HEAD");
		byPattern.set(source, entry);
	}
	return (asked) => {
		const methods = new Set<string>();
		// The router forgives these too.
		const path = asked.replaceAll(/\/{2,}/g, "/").replace(/\/$/, "");
		for (const entry of byPattern.values())
			if (entry.pattern.test(path))
				for (const method of entry.methods) methods.add(method);
		return [...methods].sort();
	};
}

function patternOf(path: string): string {
	return path
		.split("/")
		.map((part) =>
			part.startsWith("{")
				? "[^/]+"
				: part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"),
		)
		.join("/");
}
