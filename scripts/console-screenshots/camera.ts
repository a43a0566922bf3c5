import { chromium, type Page } from "playwright-core";
import type { SetUp } from "../../test/support/reeve-process.ts";

/** A page as it is to be pictured. */
export interface Picture {
	/** Of the file. */
	name: string;
	path: string;
	theme?: "dark";
	/** As wide as a small phone. */
	narrow?: true;
	/** Seen by somebody who has not signed in. */
	signedOut?: true;
	/** What to do before the picture is taken, such as opening a dialog. */
	prepare?: (page: Page) => Promise<void>;
}

/** A browser, signed in as the owner, that takes pictures. */
export async function openCamera(url: string, setUp: SetUp) {
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-gpu"],
	});
	const signedIn = await browser.newContext({ baseURL: url });
	await signIn(await signedIn.newPage(), setUp);
	const storageState = await signedIn.storageState();
	return {
		async take({ path, theme, narrow, signedOut, prepare }: Picture) {
			const context = await browser.newContext({
				baseURL: url,
				viewport: narrow
					? { width: 360, height: 740 }
					: { width: 1280, height: 800 },
				colorScheme: theme ?? "light",
				reducedMotion: "reduce",
				...(signedOut ? {} : { storageState }),
			});
			const page = await context.newPage();
			await page.goto(path);
			await page.getByRole("heading", { level: 1 }).waitFor();
			await page.waitForLoadState("networkidle");
			await prepare?.(page);
			const picture = await page.screenshot();
			await context.close();
			return picture;
		},
		close: () => browser.close(),
	};
}

async function signIn(page: Page, { owner }: SetUp): Promise<void> {
	await page.goto("/sign-in");
	await page.getByLabel("E-mail address").fill(owner.email);
	await page.getByLabel("Password", { exact: true }).fill(owner.password);
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
	await page.waitForURL(/\/a\/\d+/);
}
