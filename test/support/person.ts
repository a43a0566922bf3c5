import { type Answer, callServer, type TestServer } from "./server.ts";

/** A browser as far as cookies go: it keeps what it is told to and sends it with every call. */
export interface Browser {
	/** The cookies it holds, by name. */
	readonly cookies: Map<string, string>;
	/** The `Set-Cookie` headers of the last answer. */
	setCookies: string[];
	/** What it sends as `reeve-csrf`; set by whoever signs in. */
	csrf: string | null;
	/** A call below `/api/v1`, as the console makes it. */
	call(
		method: string,
		path: string,
		body?: unknown,
		headers?: Record<string, string>,
	): Promise<Answer>;
}

/** Somebody who is signed in. */
export interface SignedIn extends Browser {
	csrf: string;
	/** The session's own value. */
	readonly token: string;
	/** The header that a thief would send. */
	readonly cookie: string;
}

/** A browser that was never here. */
export function openBrowser(server: { url: string }): Browser {
	const browser: Browser = {
		cookies: new Map(),
		setCookies: [],
		csrf: null,
		async call(method, path, body, headers = {}) {
			const answer = await callServer(server.url, method, `/api/v1${path}`, {
				body:
					method === "GET" || method === "DELETE" ? undefined : (body ?? {}),
				headers: {
					...(browser.cookies.size > 0
						? { cookie: cookieHeader(browser) }
						: {}),
					...(browser.csrf === null ? {} : { "reeve-csrf": browser.csrf }),
					...headers,
				},
			});
			browser.setCookies = answer.headers.getSetCookie();
			keep(browser);
			return answer;
		},
	};
	return browser;
}

function cookieHeader({ cookies }: Browser): string {
	return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}

function keep(browser: Browser): void {
	for (const text of browser.setCookies) {
		const [pair = "", ...attributes] = text.split("; ");
		const at = pair.indexOf("=");
		const name = pair.slice(0, at);
		if (attributes.includes("Max-Age=0")) browser.cookies.delete(name);
		else browser.cookies.set(name, pair.slice(at + 1));
	}
}

/** Signs in by password, which must be all it takes. */
export async function signIn(
	server: TestServer,
	who: { email: string; password: string } = server.first,
	browser = openBrowser(server),
): Promise<SignedIn> {
	const { email, password } = who;
	const answer = await browser.call("POST", "/sign-in/password", {
		email,
		password,
	});
	if (answer.status !== 200 || answer.json.csrf === null)
		throw new Error(`not signed in: ${answer.status} ${answer.text}`);
	return signedIn(browser, answer.json.csrf);
}

/** The browser as that of somebody who is signed in, once an answer has carried the token. */
export function signedIn(browser: Browser, csrf: string): SignedIn {
	browser.csrf = csrf;
	return Object.defineProperties(browser as SignedIn, {
		token: { get: () => browser.cookies.get("reeve_session") },
		cookie: { get: () => cookieHeader(browser) },
	});
}

/** A person who was made through the API, with the password that was generated for them. */
export async function personWithPassword(
	server: TestServer,
	role: string,
	account?: string,
): Promise<{ id: string; email: string; password: string; accountId: string }> {
	const email = `somebody-${Math.random().toString(36).slice(2)}@example.com`;
	const scope = account === undefined ? "" : `?account=${account}`;
	const made = await server.call("POST", `/api/v1/users${scope}`, {
		token: server.first.token,
		body: { email, name: "Some Body", role },
	});
	if (made.status !== 201) throw new Error(made.text);
	const { id, password, account_id: accountId } = made.json;
	return { id, email, password, accountId };
}
