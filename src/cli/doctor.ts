import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { defaultDataDir } from "../db/index.ts";
import { isSetUp } from "../modules/accounts/index.ts";
import { version } from "../package-root.ts";
import { openStore } from "../store.ts";

interface Finding {
	what: string;
	ok: boolean;
	detail: string;
}

const NODE_MIN = [20, 20] as const;

/** Looks at everything a start depends on, changes nothing that a start would not, and says what to do. */
export async function doctor(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: { data: { type: "string" }, port: { type: "string" } },
	});
	const findings: Finding[] = [
		{ what: "Reeve", ok: true, detail: version },
		nodeVersion(),
	];
	const config = readConfig(process.env, values);
	const dataDir =
		config.dataDir ?? defaultDataDir(process.env, process.getuid?.());
	findings.push({ what: "Data directory", ok: true, detail: dataDir });
	findings.push(await portFree(config.host, config.port));
	findings.push(...(await database(config, dataDir)));
	for (const { what, ok, detail } of findings)
		process.stdout.write(
			`${ok ? "ok  " : "FAIL"}  ${what.padEnd(18)}${detail}\n`,
		);
	return findings.every((finding) => finding.ok) ? 0 : 1;
}

function nodeVersion(): Finding {
	const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
	const ok =
		major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1]);
	return {
		what: "Node.js",
		ok,
		detail: ok
			? process.versions.node
			: `${process.versions.node}: Reeve needs ${NODE_MIN.join(".")} or later`,
	};
}

function portFree(host: string, port: number): Promise<Finding> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once("error", (error) =>
			resolve({
				what: "Port",
				ok: false,
				detail: `${host}:${port}: ${error.message}`,
			}),
		);
		probe.listen(port, host, () =>
			probe.close(() =>
				resolve({ what: "Port", ok: true, detail: `${host}:${port} is free` }),
			),
		);
	});
}

async function database(
	config: ReturnType<typeof readConfig>,
	dataDir: string,
): Promise<Finding[]> {
	const what = config.databaseUrl ? "Own Postgres" : "Embedded Postgres";
	try {
		const store = await openStore({ config, dataDir, log: () => undefined });
		try {
			const ready = await isSetUp(store.database);
			return [
				{
					what,
					ok: true,
					detail: "starts, migrated, row-level security forced",
				},
				{
					what: "Set up",
					ok: true,
					detail: ready ? "yes" : "no: reeve start will do it",
				},
			];
		} finally {
			await store.close();
		}
	} catch (error) {
		return [{ what, ok: false, detail: (error as Error).message }];
	}
}
