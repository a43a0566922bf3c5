/**
 * Where to go after signing in, as `?next=` says: only a path of this console, never another host. What looks like one
 * is read as a browser would read it, so that `//other.example` and `/\other.example` lead nowhere.
 */
export function nextPath(next: unknown): string {
	if (typeof next !== "string" || !next.startsWith("/")) return "/";
	try {
		const url = new URL(next, location.origin);
		if (url.origin !== location.origin) return "/";
		const path = url.pathname + url.search;
		return /^\/(sign-in|api|v1)(\/|$)/.test(path) || path.startsWith("//")
			? "/"
			: path;
	} catch {
		return "/";
	}
}
