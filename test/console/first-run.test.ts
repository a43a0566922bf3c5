import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import {
	chromiumPath,
	openBrowser,
	type ServerBrowser,
} from "../support/browser.ts";
import {
	type ReeveProcess,
	startReeve,
	temporaryDir,
} from "../support/reeve-process.ts";
import { callServer } from "../support/server.ts";
import { isIn } from "../support/sign-in-page.ts";

const OWNER = { email: "olive@example.com", password: "Correct-horse-9" };

describe.skipIf(chromiumPath === undefined)("the first run", () => {
	let dir: Awaited<ReturnType<typeof temporaryDir>>;
	let reeve: ReeveProcess;
	let browser: ServerBrowser;

	beforeAll(async () => {
		dir = await temporaryDir();
		reeve = await startReeve(["--data", dir.path, "--port", "0"], {
			REEVE_FIRST_RUN: "browser",
		});
		browser = await openBrowser(reeve);
	});

	afterAll(async () => {
		await browser?.close();
		await reeve?.kill("SIGTERM");
		await dir?.remove();
	});

	test("the printed link, and nothing else, makes the owner, who is signed in then", async () => {
		const { page } = browser;
		const link = /https?:\/\/\S+\/set-up#\S+/.exec(reeve.output())?.[0] ?? "";
		await page.goto("/");
		await page.getByText("This server waits for its owner").waitFor();
		await expectAccessible(page);

		const fill = async () => {
			const text = (name: string) =>
				page.getByRole("textbox", { name, exact: true });
			await text("Organization").fill("Example Networks");
			await page.getByRole("radio", { name: /^Standalone/ }).click();
			await text("Your name").fill("Olive Owner");
			await text("E-mail address").fill(OWNER.email);
			await text("Password").fill(OWNER.password);
			await page.getByRole("button", { name: "Set up", exact: true }).click();
		};
		await page.goto("/set-up#rva_guessed");
		await page.getByRole("heading", { name: "Set up Reeve" }).waitFor();
		await fill();
		await page.getByText(/The link is not valid any more/).waitFor();
		browser.forgive(/status of 403/);
		await expectAccessible(page);

		await page.goto(link);
		await fill();
		await isIn(page);
		expect(page.url()).not.toContain("rva_");
		const menu = page.getByRole("button", { name: "Your menu" });
		await menu.click();
		await page.getByText(OWNER.email).waitFor();

		const { page: late } = await browser.newContext();
		await late.goto(link);
		await late.getByRole("heading", { name: "Sign in" }).waitFor();
		const again = await callServer(
			reeve.url,
			"POST",
			"/api/v1/sign-in/set-up",
			{
				body: {
					code: link.split("#")[1],
					kind: "provider",
					organization: "Mine",
					name: "Eve",
					email: "eve@example.com",
					password: OWNER.password,
				},
			},
		);
		expect(again.status).toBeGreaterThanOrEqual(400);
		await browser.endTest();
	});
});
