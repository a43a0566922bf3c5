import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Locator, Page, Response } from "playwright-core";
import type { TestServer } from "./server.ts";

/** What the dialog of a new secret shows. */
export interface ShownSecret {
	key: string | undefined;
	secret: string | undefined;
	token: string;
	/** The command lines, by the wire they speak. */
	lines: Record<string, string>;
}

const run = promisify(execFile);

/** Runs a command line as it was shown, in a real shell with the real curl. @returns the status and the body */
export async function runShown(
	line: string,
): Promise<{ status: number; body: string }> {
	const { stdout } = await run("sh", [
		"-c",
		`${line} --silent --show-error --write-out '\n%{http_code}'`,
	]);
	const cut = stdout.lastIndexOf("\n");
	return { status: Number(stdout.slice(cut + 1)), body: stdout.slice(0, cut) };
}

/** The form that makes a key, with one type chosen. */
export async function openNewKey(
	page: Page,
	account: string,
	type: string,
): Promise<void> {
	await page.goto(`/a/${account}/keys/new`);
	await page.getByRole("radio", { name: type }).click();
}

/** Fills in the name and presses the button; the dialog with the secret is open then. */
export async function generate(page: Page, name: string): Promise<ShownSecret> {
	await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
	await page.getByRole("button", { name: "Generate key" }).click();
	return readSecret(page);
}

/** Everything that the open dialog shows of a secret. */
export async function readSecret(page: Page): Promise<ShownSecret> {
	const dialog = page.getByRole("dialog");
	await dialog.getByText("Shown only now").waitFor();
	const part = async (label: string) => {
		const shown = dialog.getByRole("definition").locator("code");
		const terms = await dialog.getByRole("term").allTextContents();
		const at = terms.findIndex((term) => term.startsWith(label));
		return at < 0 ? undefined : textOf(shown.nth(at));
	};
	const token = (await part("Whole token")) ?? (await part("Token"));
	if (token === undefined) throw new Error("The dialog shows no token.");
	return {
		key: await part("Key"),
		secret: await part("Secret"),
		token,
		lines: await linesOf(page),
	};
}

async function linesOf(page: Page): Promise<Record<string, string>> {
	const dialog = page.getByRole("dialog");
	const tabs = dialog.getByRole("tab");
	const lines: Record<string, string> = {};
	if ((await tabs.count()) === 0) {
		lines.Reeve = await textOf(dialog.locator("pre"));
		return lines;
	}
	for (const tab of await tabs.all()) {
		const wire = await textOf(tab);
		await tab.click();
		// By name: for a frame the line of the tab before stands beside this one's.
		const line = dialog.getByRole("group", { name: `Try it on ${wire}` });
		lines[wire] = await textOf(line);
	}
	return lines;
}

async function textOf(place: Locator): Promise<string> {
	return (await place.textContent()) ?? "";
}

/** Ticks the box and closes the dialog. */
export async function acknowledge(page: Page): Promise<void> {
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("checkbox", { name: "I have stored it" }).click();
	await dialog.getByRole("button", { name: "Close" }).click();
	await dialog.waitFor({ state: "detached" });
}

/** Keeps every answer that a page gets from now on. */
export function recordAnswers(page: Page): {
	/** Those whose body has a text in it, as `METHOD path`. */
	holding(text: string): Promise<string[]>;
} {
	const answers: Promise<{ what: string; body: string }>[] = [];
	page.on("response", (response) => answers.push(bodyOf(response)));
	return {
		async holding(text) {
			const all = await Promise.all(answers);
			if (all.length === 0) throw new Error("No answer was recorded.");
			return all
				.filter(({ body }) => body.includes(text))
				.map(({ what }) => what);
		},
	};
}

async function bodyOf(response: Response) {
	const { pathname } = new URL(response.url());
	const what = `${response.request().method()} ${pathname}`;
	const body = await response.text().catch(() => "");
	return { what, body: body + JSON.stringify(response.headers()) };
}

/**
 * Whether a text lies anywhere in the memory of a page's scripts, after rubbish was collected: in React, in caches, in
 * closures. The text itself is not sent to the page.
 */
export async function isInMemory(page: Page, text: string): Promise<boolean> {
	const session = await page.context().newCDPSession(page);
	let rest = "";
	let isFound = false;
	session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => {
		isFound ||= (rest + chunk).includes(text);
		rest = chunk.slice(-text.length);
	});
	await session.send("HeapProfiler.collectGarbage");
	await session.send("HeapProfiler.takeHeapSnapshot", {
		reportProgress: false,
	});
	await session.detach();
	return isFound;
}

/** The status that a token gets for asking the API something. */
export async function statusOf(
	server: TestServer,
	token: string,
	path = "/api/v1/whoami",
): Promise<number> {
	return (await server.call("GET", path, { token })).status;
}

/** A call with the session's cookie and its token, past all that the page shows. */
export async function callBySession(
	{ request }: Page,
	method: string,
	path: string,
	body?: object,
): Promise<{ status: number; reason: string | undefined }> {
	const { csrf } = await (await request.get("/api/v1/sign-in")).json();
	const answer = await request.fetch(`/api/v1${path}`, {
		method,
		headers: { "reeve-csrf": csrf },
		...(body === undefined ? {} : { data: body }),
	});
	const text = await answer.text();
	const { reason } = text === "" ? { reason: undefined } : JSON.parse(text);
	return { status: answer.status(), reason };
}
