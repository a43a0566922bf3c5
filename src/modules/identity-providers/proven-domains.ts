import { sql } from "../../db/index.ts";
import { type Context, type Fault, ReeveError } from "../../kernel/index.ts";
import { isDomainProven, proofRecord } from "../accounts/index.ts";

/**
 * Refuses domains that a tenant has not proven to be its own: whoever claims one decides where its people are sent to
 * sign in, and a tenant's administrators are not the operator's. Those that it has claimed before are proven. The
 * operator's own accounts, providers and standalone ones, prove nothing.
 * @param before the domains that the account's provider has now
 * @throws invalid (`domain_unproven`) naming the record to publish, unavailable when no name server answers
 */
export async function assertDomainsProven(
	{ account, db, resources }: Context,
	domains: readonly string[],
	before: readonly string[],
): Promise<void> {
	if (account.kind !== "tenant") return;
	const [row] = await db.query<{ dns_challenge: string }>(
		sql`select dns_challenge from accounts where id = ${account.id}`,
	);
	const challenge = row?.dns_challenge ?? "";
	const verdicts = await Promise.all(
		domains.map(
			async (domain) =>
				before.includes(domain) ||
				(await isDomainProven(resources.txtRecords, domain, challenge)),
		),
	);
	const faults = domains.flatMap((domain, index) =>
		verdicts[index] ? [] : [unproven(index, domain, challenge)],
	);
	const [first] = faults;
	if (!first) return;
	throw new ReeveError("invalid", first.message, {
		reason: "domain_unproven",
		faults,
	});
}

function unproven(index: number, domain: string, challenge: string): Fault {
	return {
		pointer: `/domains/${index}`,
		rule: "domain_unproven",
		message: `${domain} is not proven: publish a TXT record for ${domain} with the value ${proofRecord(challenge)}, then save again`,
	};
}
