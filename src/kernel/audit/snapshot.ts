/**
 * The part of a Postgres snapshot (`xmin:xmax:running,…`) that looks no further than a transaction: what it sees is
 * what the whole one sees of earlier transactions. It marks how far a batch came that could not take everything.
 */
export function snapshotBefore(snapshot: string, xid: string): string {
	const end = BigInt(xid);
	const [, xmax, running = ""] = snapshot.split(":");
	if (xmax === undefined) throw new Error(`${snapshot} is not a snapshot`);
	if (BigInt(xmax) <= end) return snapshot;
	const earlier = running
		.split(",")
		.filter((text) => text !== "" && BigInt(text) < end);
	return `${earlier[0] ?? xid}:${xid}:${earlier.join(",")}`;
}
