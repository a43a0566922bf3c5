import {
	type Presented,
	readPresented,
	readToken,
} from "../../kernel/credentials/presented.ts";
import type { WireRequest } from "../dialect.ts";
import { header } from "../wire-request.ts";

/** Endpoints at which the vendor takes the key from the header alone, in either version. */
const HEADER_ONLY =
	/\/(alarm\/listAlarms|admin\/addLinuxCredential|discovery\/(add|edit)DiscoveryProfile)$/;

/**
 * The credential from the `apikey` header, from `Authorization` in its usual forms, or from the query, which is how
 * older clients send it. The same key may come twice; two different ones are none.
 */
export function readCredential(request: WireRequest): Presented {
	const inHeaders = readPresented(
		header(request, "authorization"),
		header(request, "apikey"),
	);
	const inQuery = HEADER_ONLY.test(request.route)
		? undefined
		: fromQuery(request);
	if (!inQuery || inHeaders.kind === "malformed") return inHeaders;
	if (inHeaders.kind === "none" || same(inHeaders, inQuery)) return inQuery;
	return { kind: "malformed" };
}

function fromQuery({ query }: WireRequest): Presented | undefined {
	const values = Object.entries(query)
		.filter(([name]) => name.toLowerCase() === "apikey")
		.flatMap(([, value]) => value);
	const [value, ...more] = values;
	if (value === undefined) return undefined;
	return more.length > 0 ? { kind: "malformed" } : readToken(value.trim());
}

function same(a: Presented, b: Presented): boolean {
	if (a.kind === "token" && b.kind === "token") return a.token === b.token;
	return a.kind === "setup_key" && b.kind === "setup_key" && a.key === b.key;
}
