/** What the layers above may see of the database. */
export type { DatabaseOptions, Handle, Row, Transaction } from "./database.ts";
export { Database } from "./database.ts";
export { defaultDataDir, EngineError, openDataDir } from "./engine/index.ts";
export { migrate } from "./migrate.ts";
export {
	type OpenDatabase,
	openDatabase,
	openDatabaseBeside,
} from "./open.ts";
export { migrateOwn } from "./own-postgres.ts";
export {
	announceRevocation,
	type RevocationEvents,
	RevocationListener,
} from "./revocations.ts";
export type { Sql } from "./sql.ts";
export { join, raw, sql } from "./sql.ts";
