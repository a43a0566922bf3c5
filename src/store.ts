import { join } from "node:path";
import type { Config } from "./config.ts";
import { type OpenDatabase, openDatabase, openDataDir } from "./db/index.ts";
import {
	loadSigningKeyFile,
	parseSigningKey,
	type SigningKey,
	signingKeyFile,
} from "./kernel/audit/signing-key.ts";
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

/** The database and the keys that are kept apart from it: all that outlives the process. */
export interface Store extends OpenDatabase {
	readonly pepper: Pepper;
	/** Signs the audit log's checkpoints; kept apart from the database too. */
	readonly signingKey: SigningKey;
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
	const signingKey = config.auditKey
		? parseSigningKey(config.auditKey)
		: loadSigningKeyFile(join(dataDir, signingKeyFile));
	return { ...opened, pepper, signingKey };
}
