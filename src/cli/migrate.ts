import { ConfigError, readConfig } from "../config.ts";
import { migrateOwn } from "../db/index.ts";
import { UsageError } from "./usage.ts";

/** Prepares a Postgres of one's own. The embedded one needs no such call: the server migrates it at start. */
export async function migrateCommand(args: string[]): Promise<number> {
	if (args.length > 0)
		throw new UsageError(
			"reeve migrate takes no options: it reads DATABASE_URL and DATABASE_OWNER_URL",
		);
	const { databaseUrl, databaseOwnerUrl } = readConfig(process.env);
	if (!databaseUrl || !databaseOwnerUrl)
		throw new ConfigError(
			"set DATABASE_URL (the serving role's) and DATABASE_OWNER_URL (the owner's); the embedded database is migrated by reeve start",
		);
	const applied = await migrateOwn(databaseUrl, databaseOwnerUrl);
	const what =
		applied.length === 0
			? "The database is at this version already."
			: `Applied ${applied.join(", ")}.`;
	process.stdout.write(`${what}\n`);
	return 0;
}
