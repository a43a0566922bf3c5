import type { BrowserContext, Locator, Page } from "playwright-core";

/** The first step at the page, whatever comes after it. */
export async function givePassword(
	page: Page,
	{ email, password }: { email: string; password: string },
): Promise<void> {
	await page.goto("/sign-in");
	await page.getByLabel("E-mail address").fill(email);
	await page.getByLabel("Password", { exact: true }).fill(password);
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** The field for six digits. */
export function codeField(page: Page): Locator {
	return page.getByRole("textbox", { name: "Code", exact: true });
}

/** Waits until somebody is in: at the start of an account. */
export async function isIn(page: Page): Promise<void> {
	await page.waitForURL(/\/a\/\d+/);
	await page.getByRole("heading", { level: 1 }).waitFor();
}

/** Signs out by the menu. */
export async function signOutByMenu(page: Page): Promise<void> {
	await page.getByRole("button", { name: "Your menu" }).click();
	await page.getByRole("menuitem", { name: "Sign out" }).click();
	await page.getByLabel("Password", { exact: true }).waitFor();
}

/** The cookies as a thief would send them. */
export async function cookieJar(
	context: BrowserContext,
	url: string,
): Promise<string> {
	const cookies = await context.cookies(url);
	return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** The codes that the page shows this once. */
export async function shownCodes(page: Page): Promise<string[]> {
	const list = page.getByRole("list", { name: "Recovery codes" });
	await list.waitFor();
	return list.getByRole("listitem").allTextContents();
}

/**
 * An authenticator inside the browser, which says yes to everything.
 * @param isUserVerified false for somebody else's finger
 */
export async function addAuthenticator(
	page: Page,
	isUserVerified = true,
): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send("WebAuthn.enable");
	await devtools.send("WebAuthn.addVirtualAuthenticator", {
		options: {
			protocol: "ctap2",
			transport: "internal",
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified,
			automaticPresenceSimulation: true,
		},
	});
}
