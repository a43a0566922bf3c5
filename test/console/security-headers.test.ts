import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildConsole } from "../support/browser.ts";
import {
	type Answer,
	callServer,
	startTestServer,
	type TestServer,
} from "../support/server.ts";

const policy =
	"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** As a browser asks for a page. */
const navigation = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

describe("what the console is served with", () => {
	let server: TestServer;

	beforeAll(async () => {
		await buildConsole();
		server = await startTestServer({
			env: { REEVE_TRUSTED_PROXIES: "127.0.0.1/32" },
		});
	});
	afterAll(() => server?.stop());

	const get = (path: string, headers: Record<string, string> = {}) =>
		callServer(server.url, "GET", path, { headers });

	function expectStrict({ headers }: Answer) {
		expect(headers.get("content-security-policy")).toBe(policy);
		expect(headers.get("x-content-type-options")).toBe("nosniff");
		expect(headers.get("x-frame-options")).toBe("DENY");
		expect(headers.get("referrer-policy")).toBe("no-referrer");
		expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
	}

	async function assets(): Promise<string[]> {
		const { text } = await get("/", navigation);
		return [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(
			([, path]) => path as string,
		);
	}

	test("the page and its files carry the strict policy, and nothing stands inline", async () => {
		const page = await get("/", navigation);
		expect(page.status).toBe(200);
		expectStrict(page);
		expect(page.headers.get("cache-control")).toBe("no-cache");
		expect(page.text).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
		expect(page.text).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
		const files = await assets();
		expect(files.some((file) => file.endsWith(".js"))).toBe(true);
		expect(files.some((file) => file.endsWith(".css"))).toBe(true);
		for (const file of files) {
			const asset = await get(file);
			expect(asset.status, file).toBe(200);
			expectStrict(asset);
			expect(asset.headers.get("content-type")).toMatch(
				file.endsWith(".css")
					? /^text\/css/
					: /^(text|application)\/javascript/,
			);
			expect(asset.headers.get("cache-control")).toContain("immutable");
		}
	});

	test("every page of the console is the same page, and a page that a browser has is not sent again", async () => {
		const page = await get("/a/1/devices?search=x", navigation);
		expect(page.status).toBe(200);
		expectStrict(page);
		const tag = page.headers.get("etag") as string;
		const again = await get("/sign-in", {
			...navigation,
			"if-none-match": tag,
		});
		expect(again.status).toBe(304);
		expect(again.text).toBe("");
		expectStrict(again);
	});

	test.each(["/api/v1/no-such-thing", "/v1/nothing", "/assets/none.js"])(
		"what is no page is not answered with one: %s",
		async (path) => {
			const answer = await get(path, navigation);
			expect(answer.status).toBe(404);
			expect(answer.headers.get("content-type")).toMatch(/json/);
			expect(answer.text).not.toContain("<html");
			expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
		},
	);

	test("a program with a wrong address is answered as a program", async () => {
		const answer = await get("/nowhere", { accept: "application/json" });
		expect(answer.status).toBe(404);
		expect(answer.headers.get("content-type")).toMatch(/json/);
	});

	test.each(["../index.html", "..%2f..%2fpackage.json", "manifest.json"])(
		"no file beside the build's own is served: /assets/%s",
		async (name) => {
			const answer = await get(`/assets/${name}`);
			expect(answer.text).not.toMatch(/"(name|files)":/);
			expect(answer.status).toBe(404);
		},
	);

	test("browsers are told to keep to https only where https is spoken", async () => {
		const plain = await get("/", navigation);
		expect(plain.headers.get("strict-transport-security")).toBeNull();
		const secure = await get("/", {
			...navigation,
			"x-forwarded-proto": "https",
		});
		expect(secure.headers.get("strict-transport-security")).toBe(
			"max-age=63072000",
		);
	});

	test("an answer of the API is neither kept nor shown as a page", async () => {
		const answer = await get("/api/v1/sign-in");
		expect(answer.status).toBe(200);
		expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
		expect(answer.headers.get("cache-control")).toMatch(/no-store/);
	});
});

test("a header of a stranger that says https is not believed", async () => {
	const server = await startTestServer();
	try {
		const answer = await callServer(server.url, "GET", "/", {
			headers: { ...navigation, "x-forwarded-proto": "https" },
		});
		expect(answer.headers.get("strict-transport-security")).toBeNull();
	} finally {
		await server.stop();
	}
});
