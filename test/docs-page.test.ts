import Fastify, { type FastifyInstance } from "fastify";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultLimits } from "../src/kernel/limit-settings.ts";
import { Registry } from "../src/kernel/registry.ts";
import { operations } from "../src/modules/index.ts";
import { registerDocs } from "../src/surfaces/docs/index.ts";
import {
	openApiDocument,
	serveDocument,
} from "../src/surfaces/openapi/index.ts";
import { requireBinary } from "./support/requires.ts";

const executablePath = requireBinary("chromium");

let app: FastifyInstance;
let url: string;

beforeAll(async () => {
	app = Fastify();
	const native = openApiDocument(new Registry(operations), {
		version: "1.0.0",
		serverUrl: "/",
		limits: defaultLimits,
	});
	serveDocument(app, "/openapi.json", () => native);
	serveDocument(app, "/openapi/other.json", () => ({
		openapi: "3.1.0",
		info: { title: "Another wire", version: "1" },
		paths: {},
	}));
	registerDocs(app, [
		{ title: "Native", url: "/openapi.json" },
		{ title: "Other", url: "/openapi/other.json" },
	]);
	url = await app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => app.close());

describe.skipIf(executablePath === undefined)(
	"the API reference in a browser",
	() => {
		let browser: Browser;
		let page: Page;
		const asked: string[] = [];
		const complaints: string[] = [];

		beforeAll(async () => {
			browser = await chromium.launch({
				executablePath: executablePath as string,
				args: [
					"--no-sandbox",
					"--disable-gpu",
					"--disable-background-networking",
				],
			});
			page = await browser.newPage();
			page.on("request", (request) => asked.push(request.url()));
			page.on("console", (message) => {
				if (["error", "warning"].includes(message.type()))
					complaints.push(message.text());
			});
			page.on("pageerror", (error) => complaints.push(error.message));
			await page.goto(`${url}/docs`);
		});
		afterAll(() => browser?.close());

		it("shows the operations of the document, and the other documents to choose from", async () => {
			await page.getByText("Groups").first().waitFor();
			await page.getByRole("heading", { name: "Reeve" }).first().waitFor();
			await page.getByText("Credentials.").waitFor();
			await page.getByRole("button", { name: "Native" }).click();
			await page.getByText("Other", { exact: true }).waitFor();
			await page.keyboard.press("Escape");
		});

		it("opens an operation with its limit", async () => {
			await page.goto(`${url}/docs`);
			await page.getByText("Groups").first().click();
			await page.getByText("Limit: ").first().waitFor();
		});

		it("asks no other host, and the browser has nothing to complain about", async () => {
			await page.waitForLoadState("networkidle");
			const foreign = asked.filter(
				(address) => !address.startsWith(url) && !/^(data|blob):/.test(address),
			);
			expect(asked.length).toBeGreaterThan(3);
			expect(foreign).toEqual([]);
			expect(complaints).toEqual([]);
		});
	},
);

describe("documents and pages for anybody", () => {
	it("are served with an entity tag, zipped for those who take it, and not again to those who have them", async () => {
		const whole = await app.inject({ url: "/openapi.json" });
		expect(whole.statusCode).toBe(200);
		expect(whole.json().openapi).toBe("3.1.0");
		const tag = String(whole.headers.etag);
		const zipped = await app.inject({
			url: "/openapi.json",
			headers: { "accept-encoding": "gzip, br" },
		});
		expect(zipped.headers["content-encoding"]).toBe("gzip");
		expect(zipped.rawPayload.length).toBeLessThan(whole.rawPayload.length / 3);
		const again = await app.inject({
			url: "/openapi.json",
			headers: { "if-none-match": tag },
		});
		expect(again.statusCode).toBe(304);
	});

	it("run no script but those of this server", async () => {
		const page = await app.inject({ url: "/docs" });
		const policy = String(page.headers["content-security-policy"]);
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("script-src 'self';");
		expect(page.body).not.toMatch(/<script(?![^>]*src="\/docs\/)/);
		expect(page.body).not.toMatch(/https?:\/\//);
	});

	it("serve the bundle to a client that takes no gzip", async () => {
		const page = await app.inject({ url: "/docs" });
		const src = /src="(\/docs\/scalar[^"]+)"/.exec(page.body)?.[1] as string;
		const plain = await app.inject({ url: src });
		expect(plain.statusCode).toBe(200);
		expect(plain.headers["content-encoding"]).toBeUndefined();
		expect(plain.body).toContain("createApiReference");
	});
});
