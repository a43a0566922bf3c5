/**
 * Where to go after signing in, as `?next=` says: only a path of this console, never another host. It is read as a
 * browser would read it, so that `//other.example`, `/\other.example` and `/.//other.example` lead nowhere.
 */
export function nextPath(next: unknown): string {
	if (typeof next !== "string" || !next.startsWith("/")) return "/";
	try {
		const { origin, pathname, search, hash } = new URL(next, location.origin);
		if (origin !== location.origin || pathname.startsWith("//")) return "/";
		return NO_PAGES.test(pathname) ? "/" : pathname + search + hash;
	} catch {
		return "/";
	}
}

/** To the sign-in page again, or out of the console. */
const NO_PAGES = /^\/(sign-in|api|v1|docs|assets)(\/|$)/;
