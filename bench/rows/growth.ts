import { type Rate, ratio, requestsPerSecond } from "../support/load.ts";
import type { Place, Running } from "../support/place.ts";
import { seedTenants } from "../support/seed.ts";
import type { Effort, Row } from "./row.ts";

const PAGE_ROWS = 200;

/** How the cost of a page grows with how far in it is, and with how many tenants share the server. */
export async function growthRows(
	place: Place,
	reeve: Running,
	effort: Effort,
): Promise<Row[]> {
	const headers = { authorization: `Token ${place.first.token}` };
	const rate =
		(path: string): Rate =>
		(seconds) =>
			requestsPerSecond({ url: reeve.url + path, headers }, seconds);
	const provider = place.first.account_id;

	const few = await seedTenants(place.admin, provider, 10, 100);
	const alone = `/api/v1/devices?account=${few}`;
	const before = await settle(rate(alone), effort);
	const tenants = Math.max(20, Math.round(10_000 * effort.scale));
	const many = await seedTenants(place.admin, provider, tenants, 100);
	const after = await settle(rate(`/api/v1/devices?account=${many}`), effort);

	const pages = Math.max(20, Math.round(1000 * effort.scale));
	const big = await seedTenants(place.admin, provider, 1, pages * PAGE_ROWS);
	await place.admin.query("vacuum analyze devices");
	const far = await cursorOf(
		reeve,
		headers,
		place,
		big,
		(pages - 1) * PAGE_ROWS,
	);
	const first = `/api/v1/devices?account=${big}`;
	const paging = await ratio(
		rate(first),
		rate(`${first}&cursor=${far}`),
		effort,
	);
	return [
		growth(
			`page 1 / page ${pages}`,
			paging.ratio,
			`${paging.a.toFixed(0)}/s against ${paging.b.toFixed(0)}/s`,
		),
		growth(
			`list with 10 tenants / ${tenants}`,
			before / after,
			`${before.toFixed(0)}/s, then ${after.toFixed(0)}/s with ${tenants * 100} devices`,
		),
	];
}

/** A warm-up, then the best of the rounds: the two data sets cannot be measured in turns. */
async function settle(
	rate: Rate,
	{ seconds, warmUpSeconds, rounds }: Effort,
): Promise<number> {
	await rate(warmUpSeconds);
	let best = 0;
	for (let round = 0; round < rounds; round++)
		best = Math.max(best, await rate(seconds));
	return best;
}

/** The cursor behind the row at `offset`, taken from the server itself. */
async function cursorOf(
	reeve: Running,
	headers: Record<string, string>,
	place: Place,
	accountId: string,
	offset: number,
): Promise<string> {
	const response = await fetch(
		`${reeve.url}/api/v1/devices?account=${accountId}&limit=1&offset=${offset - 1}`,
		{ headers },
	);
	const { next } = (await response.json()) as { next: string | null };
	if (!next)
		throw new Error(
			`account ${accountId} of ${place.databaseUrl} has no row ${offset}`,
		);
	return next;
}

function growth(name: string, value: number, detail: string): Row {
	return { name, value, unit: "×", target: 1.3, better: "less", detail };
}
