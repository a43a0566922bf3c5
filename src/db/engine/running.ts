import { readFileSync } from "node:fs";
import { join } from "node:path";
import { systemCode } from "./engine-error.ts";

/** Lines of postmaster.pid, from 0, as the documentation of Postgres's storage layout lists them. */
const PORT_LINE = 3;
const SOCKET_DIR_LINE = 4;

/** Where the Postgres of a data directory listens, as it says itself; undefined when none says so. */
export function runningPostgres(
	clusterDir: string,
): { host: string; port: number } | undefined {
	try {
		const lines = readFileSync(
			join(clusterDir, "postmaster.pid"),
			"utf8",
		).split("\n");
		const host = lines[SOCKET_DIR_LINE];
		return host ? { host, port: Number(lines[PORT_LINE]) } : undefined;
	} catch (error) {
		if (systemCode(error) === "ENOENT") return undefined;
		throw error;
	}
}
