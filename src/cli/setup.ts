import { conflict } from "../kernel/errors.ts";
import { isSetUp } from "../modules/accounts/index.ts";
import { openStore } from "../store.ts";
import { configuredUrl } from "./configured-url.ts";
import { firstRun, welcome } from "./first-run.ts";
import { readArguments } from "./options.ts";

/**
 * Makes the first account on an empty data directory, prints it, and stops what it started. A later `reeve start` on
 * the directory serves it. @throws when the directory is set up already: nothing is changed then
 */
export async function setup(args: string[]): Promise<number> {
	const options = readArguments(args);
	const { config, dataDir, first } = options;
	const store = await openStore({ config, dataDir, log: () => undefined });
	try {
		if (await isSetUp(store.database))
			throw conflict(
				"already_set_up",
				`${dataDir} is set up already; nothing was changed.`,
			);
		const url = configuredUrl(config);
		const made = await firstRun(store.database, store.pepper, url, first);
		process.stdout.write(
			options.json
				? `${JSON.stringify(made)}\n`
				: `${welcome(made, first.kind)}\n`,
		);
	} finally {
		await store.close();
	}
	return 0;
}
