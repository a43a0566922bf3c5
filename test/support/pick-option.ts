import type { Page } from "playwright-core";
import { expect } from "vitest";

/**
 * Chooses what a combobox found, once that is all it offers besides what is chosen already: the list moves when the
 * server has answered, and a click before that may miss.
 */
export async function pickOption(page: Page, words: string): Promise<void> {
	const offered = page.getByRole("option", { selected: false });
	const isIt = async () =>
		(await offered.allInnerTexts()).map((text) => text.includes(words));
	await expect.poll(isIt).toEqual([true]);
	await offered.click();
}
