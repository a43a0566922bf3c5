import { join } from "node:path";
import type { Config } from "./config.ts";
import { type OpenDatabase, openDatabase, openDataDir } from "./db/index.ts";
import {
	createPepper,
	loadPepperFile,
	type Pepper,
	parsePepper,
} from "./kernel/credentials/pepper.ts";

export interface StoreOptions {
	config: Config;
	dataDir: string;
	log: (event: { level: "info" | "warn" | "error"; msg: string }) => void;
	/** Tests may trade safety for speed. */
	durable?: boolean;
}

/** The database and the key that is kept apart from it: all that outlives the process. */
export interface Store extends OpenDatabase {
	readonly pepper: Pepper;
}

/** Opens what a command works on, with or without a server around it. */
export async function openStore(options: StoreOptions): Promise<Store> {
	const { config } = options;
	const dataDir = openDataDir(options.dataDir);
	const opened = await openDatabase({
		dataDir,
		databaseUrl: config.databaseUrl,
		databaseOwnerUrl: config.databaseOwnerUrl,
		log: options.log,
		...(options.durable === undefined ? {} : { durable: options.durable }),
	});
	const pepper = config.pepper
		? createPepper(parsePepper(config.pepper))
		: loadPepperFile(join(dataDir, "pepper"));
	return { ...opened, pepper };
}
