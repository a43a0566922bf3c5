import type {
	RouteDocument,
	WireCall,
	WireRequest,
	WireRoute,
} from "../dialect.ts";
import { customerScope, ownAccount } from "./customer.ts";
import { isMandatory, type Parameters, type Values } from "./parameter.ts";
import { readParameters } from "./read-parameters.ts";

/** One endpoint of the wire: everything that is checked, limited and documented of it is said here once. */
export interface Endpoint<P extends Parameters> {
	/** Below `/api/json/`; older spellings of it after the first. */
	paths: readonly [string, ...string[]];
	/** Reads answer to GET and to POST, changes to POST alone. */
	access: "read" | "write";
	operation: string;
	/** The vendor's figure; 500 reads or 100 changes a minute unless said. */
	perMinute?: number;
	/** What `selCustomerID` does: a read over customers, something in one account, or nothing. */
	scope: "all_customers" | "own_account" | "caller";
	summary: string;
	tag: string;
	parameters: P;
	/** Of a change: a body. */
	example?: Record<string, unknown>;
	answer: { description: string; schema: object; example: unknown };
	/** What a list answers for a customer that is not there. */
	absent?(values: Values<P>): unknown;
	handle(call: WireCall, values: Values<P>): Promise<unknown>;
}

export function endpoint<P extends Parameters>(
	declared: Endpoint<P>,
): WireRoute[] {
	const methods = declared.access === "read" ? ["GET", "POST"] : ["POST"];
	return declared.paths.flatMap((path) =>
		methods.map((method) =>
			routeOf(declared, method as "GET" | "POST", `/api/json/${path}`),
		),
	);
}

function routeOf<P extends Parameters>(
	declared: Endpoint<P>,
	method: "GET" | "POST",
	path: string,
): WireRoute {
	const { operation, perMinute, scope, parameters, absent } = declared;
	return {
		method,
		path,
		operation,
		...(perMinute === undefined ? {} : { perMinute }),
		endpoint: declared.paths[0],
		account: scope === "caller" ? ownAccount : customerScope(scope),
		async handle(call) {
			const values = readParameters(call, parameters);
			return { status: 200, body: await declared.handle(call, values) };
		},
		...(absent
			? {
					absentAccount: (request: WireRequest) => ({
						status: 200,
						body: absent(readParameters(request, parameters)),
					}),
				}
			: {}),
		document: documentOf(declared),
	};
}

const scopeParameters = {
	selCustomerID: {
		description:
			"Providers: the customer; `-1`, or nothing, for every customer in reach (lists) or the own account (changes). Ignored elsewhere.",
		schema: { type: "integer" },
	},
	regionID: {
		description: "Providers: the region; `-1` for all. Ignored elsewhere.",
		schema: { type: "integer" },
	},
	eeProbeID: {
		description:
			"Where there are probes: the probe, by its `PROBEID`. Ignored elsewhere.",
		schema: { type: "integer" },
	},
	probeName: {
		description:
			"Where there are probes: the probe, by its `NAME`. Ignored elsewhere.",
		schema: { type: "string" },
	},
};

function documentOf<P extends Parameters>(
	declared: Endpoint<P>,
): RouteDocument {
	const { access, summary, tag, parameters, answer } = declared;
	const shared = { summary, tag, answers: { 200: answer } };
	return access === "read"
		? {
				...shared,
				query: { ...queryOf(parameters), ...scopeParameters },
			}
		: { ...shared, query: scopeParameters, body: bodyOf(declared) };
}

function queryOf(parameters: Parameters): NonNullable<RouteDocument["query"]> {
	return Object.fromEntries(
		Object.entries(parameters).map(([name, parameter]) => [
			name,
			{
				description: parameter.description,
				schema: parameter.schema,
				...(isMandatory(parameter) ? { required: true } : {}),
			},
		]),
	);
}

/** What changes something is best sent in a body, where no log on the way sees it; the query is taken as well. */
function bodyOf<P extends Parameters>({
	parameters,
	example = {},
}: Endpoint<P>): NonNullable<RouteDocument["body"]> {
	const declared = Object.entries(parameters);
	return {
		required: false,
		schema: {
			type: "object",
			properties: Object.fromEntries(
				declared.map(([name, { schema, description }]) => [
					name,
					{ ...schema, description },
				]),
			),
			required: declared
				.filter(([, parameter]) => isMandatory(parameter))
				.map(([name]) => name),
		},
		example,
	};
}
