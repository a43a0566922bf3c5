import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "../support/browser.ts";
import { type ConsoleScene, openConsole } from "../support/console-scene.ts";

describe.skipIf(chromiumPath === undefined)(
	"choices that the server finds",
	() => {
		let scene: ConsoleScene;

		beforeAll(async () => {
			scene = await openConsole();
			for (const name of ["Billing", "Technicians"])
				await scene.call("POST", "/groups", { name });
			for (const name of ["Basel", "Bern"])
				await scene.call("POST", "/regions", { name });
		});

		afterEach(async () => {
			await scene.page.unrouteAll({ behavior: "ignoreErrors" });
			await scene.endTest();
		});

		afterAll(() => scene?.stop());

		/** Lets no answer through that concerns a search, until it is called. */
		async function holdSearches(): Promise<() => void> {
			let letGo = () => {};
			const held = new Promise<void>((resolve) => {
				letGo = resolve;
			});
			await scene.page.route(/[?&]search=/, async (route) => {
				await held;
				await route.continue();
			});
			return letGo;
		}

		test("Enter right after typing takes what was typed, never what the list held before", async () => {
			const { page } = scene;
			await scene.open("/tenants/new");
			const field = page.getByRole("combobox", { name: /Groups that reach/ });
			await field.click();
			await page.getByRole("option", { name: "Technicians" }).waitFor();
			const letGo = await holdSearches();
			await field.pressSequentially("Tech");
			await page.keyboard.press("Enter");
			const chips = page.getByRole("toolbar", { name: "Chosen" });
			await chips.getByText("Technicians").waitFor();
			await field.pressSequentially("nothing such");
			await page.keyboard.press("Enter");
			letGo();
			await page.getByRole("option").first().waitFor({ state: "detached" });
			expect(await chips.textContent()).not.toContain("Billing");
		});

		test("in a filter of a list, too", async () => {
			const { page } = scene;
			await scene.open("/devices");
			await page.getByRole("combobox", { name: /^Region/ }).click();
			await page.getByRole("option", { name: "Bern" }).waitFor();
			const letGo = await holdSearches();
			await page.getByPlaceholder("Type to find…").pressSequentially("ber");
			await page.keyboard.press("Enter");
			await page.getByRole("combobox", { name: "Region: Bern" }).waitFor();
			letGo();
		});
	},
);
