import { generateSync } from "otplib";
import type { MovableClock } from "./clock.ts";
import {
	type Browser,
	openBrowser,
	type SignedIn,
	signedIn,
} from "./person.ts";
import type { Answer, TestServer } from "./server.ts";

/** What an authenticator app shows, now or at another time. */
export function codeOf(secret: string, atMs: number): string {
	return generateSync({ secret, epoch: Math.floor(atMs / 1000) });
}

const STEP_MS = 30_000;

/** An authenticator app with its clock: each code it shows is one that was not shown before. */
export interface App {
	id: string;
	secret: string;
	/** The codes that came with it, if it was the first factor. */
	recoveryCodes: string[];
	/** The code of the next time step; the clock is moved there. */
	next(): string;
	/** The code that it showed last, whatever the time. */
	again(): string;
}

function appOf(
	clock: MovableClock,
	{ id, secret, recoveryCodes }: Pick<App, "id" | "secret" | "recoveryCodes">,
	enrolledBy: string,
): App {
	let shown = enrolledBy;
	return {
		id,
		secret,
		recoveryCodes,
		next() {
			clock.offsetMs += STEP_MS;
			shown = codeOf(secret, clock.nowMs());
			return shown;
		},
		again: () => shown,
	};
}

/** Enrols an authenticator app as a person does: reads its secret, and types the first code. */
export async function enrolApp(
	who: Browser,
	clock: MovableClock,
	name?: string,
): Promise<App> {
	const begun = await who.call("POST", "/second-factors/begin-totp");
	if (begun.status !== 200) throw new Error(begun.text);
	const { secret } = begun.json;
	const code = codeOf(secret, clock.nowMs());
	const confirmed = await who.call("POST", "/second-factors/confirm-totp", {
		code,
		...(name ? { name } : {}),
	});
	if (confirmed.status !== 200) throw new Error(confirmed.text);
	const { id, recovery_codes } = confirmed.json;
	const recoveryCodes = recovery_codes ?? [];
	return appOf(clock, { id, secret, recoveryCodes }, code);
}

/** The first step: e-mail address and password. */
export function passwordStep(
	browser: Browser,
	{ email, password }: { email: string; password: string },
): Promise<Answer> {
	return browser.call("POST", "/sign-in/password", { email, password });
}

/** A browser that owes the second step. */
export async function atSecondStep(
	server: TestServer,
	who: { email: string; password: string },
): Promise<Browser> {
	const browser = openBrowser(server);
	const { json, text } = await passwordStep(browser, who);
	if (json?.next !== "second_factor") throw new Error(text);
	return browser;
}

/** Signs in with password and app. */
export async function signInWithApp(
	server: TestServer,
	who: { email: string; password: string },
	app: App,
): Promise<SignedIn> {
	const browser = await atSecondStep(server, who);
	const code = app.next();
	const answer = await browser.call("POST", "/sign-in/totp", { code });
	if (answer.json?.next !== "signed_in") throw new Error(answer.text);
	return signedIn(browser, answer.json.csrf);
}
