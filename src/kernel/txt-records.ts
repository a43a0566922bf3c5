import { Resolver } from "node:dns/promises";
import { type ReeveError, unavailable } from "./errors.ts";

/** Reads the TXT records of a domain, each joined whole (RFC 7208, section 3.3); none is an empty list. */
export type TxtRecords = (domain: string) => Promise<string[]>;

const TIMEOUT_MS = 2000;
const TRIES = 2;

/** What a resolver answers when there is nothing, as against when it cannot tell. */
const NOTHING = new Set(["ENOTFOUND", "ENODATA"]);

/**
 * Asks the given name servers (`address` or `address:port`), or those of the system.
 * @throws unavailable when no server answers, so that silence is never taken for absence
 */
export function txtRecordsFrom(servers: readonly string[]): TxtRecords {
	return async (domain) => {
		const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
		if (servers.length > 0) resolver.setServers(servers);
		try {
			const records = await resolver.resolveTxt(domain);
			return records.map((chunks) => chunks.join(""));
		} catch (error) {
			const { code = "" } = error as NodeJS.ErrnoException;
			if (NOTHING.has(code)) return [];
			throw unansweredBy(domain, error);
		}
	};
}

function unansweredBy(domain: string, cause: unknown): ReeveError {
	return unavailable(
		`No name server answered for ${domain}; try again in a moment.`,
		cause,
	);
}
