import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.ts";
import {
	runReeve,
	type SetUp,
	startReeve,
	wideLimits,
} from "../test/support/reeve-process.ts";
import { openCamera } from "./console-screenshots/camera.ts";
import { pagesOf } from "./console-screenshots/pages.ts";

// Takes the pictures in docs/console: `node scripts/run.js scripts/console-screenshots.ts [name…]`, with Chromium
// installed. The server is a real one, filled by `reeve demo`.
const folder = join(packageRoot, "docs/console");
const data = mkdtempSync(join(tmpdir(), "reeve-pictures-"));
const env = { REEVE_DATA: data, REEVE_PORT: "0", ...wideLimits };
const wanted = process.argv.slice(2);
try {
	const { out } = await runReeve(["setup", "--json"], env);
	const setUp = JSON.parse(out) as SetUp;
	await runReeve(["demo", "--tenants", "24", "--devices", "3000"], env);
	const server = await startReeve([], env);
	try {
		await takeAll(server.url, setUp);
	} finally {
		await server.kill("SIGTERM");
	}
} finally {
	rmSync(data, { recursive: true, force: true });
}

async function takeAll(url: string, setUp: SetUp): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const pages = await pagesOf(url, setUp);
	const camera = await openCamera(url, setUp);
	try {
		for (const page of pages) {
			if (wanted.length > 0 && !wanted.includes(page.name)) continue;
			writeFileSync(join(folder, `${page.name}.png`), await camera.take(page));
			process.stdout.write(`docs/console/${page.name}.png\n`);
		}
	} finally {
		await camera.close();
	}
}
