import { securitySchemes } from "../kernel/credentials/security-schemes.ts";
import { type ErrorCode, ReeveError } from "../kernel/errors.ts";
import type { LimitSettings } from "../kernel/limit-settings.ts";
import { perMinuteOf } from "../kernel/operation.ts";
import type { Registry } from "../kernel/registry.ts";
import type {
	Dialect,
	OpenRoute,
	RouteDocument,
	WireRequest,
	WireRoute,
} from "./dialect.ts";

type Json = { [name: string]: unknown };

export interface DialectDocumentOptions {
	version: string;
	/** Where the server is reached, without a trailing slash; `/` when the reader's own server is meant. */
	serverUrl: string;
	limits: LimitSettings;
	registry: Registry;
}

/** Describes every route of a dialect as one OpenAPI 3.1.0 document. Same dialect, same document. */
export function dialectDocument(
	dialect: Dialect,
	options: DialectDocumentOptions,
): Json {
	const responses = errorResponses(dialect);
	const paths: Record<string, Json> = {};
	for (const route of [...dialect.routes, ...(dialect.openRoutes ?? [])]) {
		const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
		paths[path] ??= {};
		paths[path][route.method.toLowerCase()] = itemOf(
			dialect,
			route,
			Object.keys(responses),
			options,
		);
	}
	return {
		openapi: "3.1.0",
		info: {
			title: dialect.title,
			version: options.version,
			description: dialect.description,
			license: { name: "Apache License 2.0", identifier: "Apache-2.0" },
		},
		servers: [{ url: options.serverUrl }],
		security: Object.keys(securitySchemes).map((name) => ({ [name]: [] })),
		tags: tagsOf(dialect),
		paths,
		components: { securitySchemes, responses },
	};
}

function tagsOf({ routes, openRoutes = [] }: Dialect): Json[] {
	const tags = [...routes, ...openRoutes].map(({ document }) => document.tag);
	return [...new Set(tags)].map((name) => ({ name }));
}

function itemOf(
	dialect: Dialect,
	route: WireRoute | OpenRoute,
	errors: readonly string[],
	options: DialectDocumentOptions,
): Json {
	const { document } = route;
	const guarded = "operation" in route;
	const limit = guarded ? limitOf(route, options) : undefined;
	return {
		operationId: operationIdOf(route),
		tags: [document.tag],
		summary: document.summary.replace(/\.$/, ""),
		...(guarded
			? {
					description: `Permission \`${route.operation}\`. Limit: ${limit} calls a minute for one credential.`,
				}
			: { description: "Asks for no credential.", security: [] }),
		parameters: parametersOf(dialect, route),
		...(document.body ? { requestBody: bodyOf(document.body) } : {}),
		responses: {
			...answersOf(document),
			...Object.fromEntries(
				errors
					.filter((status) => !(status in document.answers))
					.map((status) => [
						status,
						{ $ref: `#/components/responses/${status}` },
					]),
			),
		},
		...(limit === undefined ? {} : { "x-ratelimit": { limit, window: 60 } }),
	};
}

/** The figure that the gate holds the route to. */
function limitOf(
	route: WireRoute,
	{ registry, limits }: DialectDocumentOptions,
): number {
	return (
		route.perMinute ??
		perMinuteOf(registry.get(route.operation), {
			reads: limits.readsPerMinute,
			writes: limits.writesPerMinute,
		})
	);
}

/** `GET /v1/msps/:mspId/customers` → `get_v1_msps_mspId_customers`: unique, since routes are. */
function operationIdOf({ method, path }: WireRoute | OpenRoute): string {
	return `${method.toLowerCase()}${path.replaceAll(/[^A-Za-z0-9]+/g, "_")}`;
}

function parametersOf(dialect: Dialect, route: WireRoute | OpenRoute): Json[] {
	const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
		name,
		in: "path",
		required: true,
		schema: { type: "string" },
	}));
	const query = {
		...route.document.query,
		...("operation" in route && !route.account ? dialect.query : {}),
	};
	const inQuery = Object.entries(query).map(([name, parameter]) => ({
		name,
		in: "query",
		...parameter,
	}));
	return [...inPath, ...inQuery];
}

function bodyOf({
	schema,
	example,
	required,
}: NonNullable<RouteDocument["body"]>): Json {
	return {
		required: required ?? true,
		content: { "application/json": { schema, example } },
	};
}

function answersOf({ answers }: RouteDocument): Json {
	return Object.fromEntries(
		Object.entries(answers).map(([status, { description, ...carried }]) => [
			status,
			carried.schema === undefined
				? { description }
				: { description, content: { "application/json": carried } },
		]),
	);
}

/** Errors worth showing on every route, and when they come. */
const errorCodes = {
	invalid: "A field is missing or wrong",
	malformed: "The request could not be read",
	unauthenticated: "The credential is missing or not valid",
	forbidden: "The credential or its user may not do this",
	not_found: "There is no such thing, or it lies where the caller cannot reach",
	conflict: "What is there already does not allow this",
	too_large: "The body is larger than 1 MiB",
	too_many_requests: "A limit is reached; wait as long as Retry-After says",
	internal: "The server could not process the request",
	unavailable: "The server is not ready; wait as long as Retry-After says",
} as const satisfies Partial<Record<ErrorCode, string>>;

/** The dialect itself is asked how it words each error, so the document cannot say otherwise. */
function errorResponses(dialect: Dialect): Record<string, Json> {
	const responses: Record<string, Json> = {};
	for (const [code, description] of Object.entries(errorCodes)) {
		const error = new ReeveError(code as ErrorCode, description);
		const { status, body: sent } = dialect.error(error, NO_REQUEST);
		const body = typeof sent === "string" ? JSON.parse(sent) : sent;
		responses[status] ??= {
			description,
			content: {
				"application/json": { schema: schemaOf(body), example: body },
			},
		};
	}
	return responses;
}

const NO_REQUEST: WireRequest = {
	id: "000000000000000000000000",
	method: "GET",
	route: "",
	params: {},
	query: {},
	headers: {},
	body: Buffer.alloc(0),
	address: "",
};

/** The schema of a sample: the shape of an error is the same whatever it says. */
function schemaOf(value: unknown): Json {
	if (Array.isArray(value))
		return { type: "array", items: schemaOf(value[0] ?? "") };
	if (value === null || typeof value !== "object")
		return { type: typeof value === "number" ? "integer" : typeof value };
	return {
		type: "object",
		properties: Object.fromEntries(
			Object.entries(value).map(([name, child]) => [name, schemaOf(child)]),
		),
	};
}
