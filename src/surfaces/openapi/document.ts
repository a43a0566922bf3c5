import type { TObject } from "typebox";
import { securitySchemes } from "../../kernel/credentials/security-schemes.ts";
import type { LimitSettings } from "../../kernel/limit-settings.ts";
import { type ModuleName, moduleTitles } from "../../kernel/modules.ts";
import type { AnyOpenCall } from "../../kernel/open-call.ts";
import { type AnyOperation, perMinuteOf } from "../../kernel/operation.ts";
import type { Registry } from "../../kernel/registry.ts";
import { API_PREFIX, type Route, routesOf } from "../rest/route.ts";
import { openCallItem } from "./open-call-item.ts";
import { overview } from "./overview.ts";
import { parametersOf, sharedParameters } from "./parameters.ts";
import {
	problemSchema,
	responsesOf,
	sharedHeaders,
	sharedResponses,
} from "./responses.ts";
import {
	type Json,
	type SharedSchemas,
	sharedSchemas,
} from "./shared-schemas.ts";

export interface DocumentOptions {
	version: string;
	/** Where the API is reached, without a trailing slash; `/` when the reader's own server is meant. */
	serverUrl: string;
	limits: LimitSettings;
	/** What asks for no credential, beside the operations. */
	openCalls?: readonly AnyOpenCall[];
}

/** Describes every operation of a registry as one OpenAPI 3.1.0 document. Same registry, same document. */
export function openApiDocument(
	registry: Registry,
	options: DocumentOptions,
): Json {
	const routes = routesOf(registry);
	const { openCalls = [] } = options;
	const shared = sharedSchemas([...registry.all(), ...openCalls]);
	const paths: Record<string, Json> = {};
	for (const route of routes) {
		const path = API_PREFIX + route.operation.path;
		paths[path] ??= {};
		paths[path][route.operation.method.toLowerCase()] = operationItem(
			route,
			shared,
			options.limits,
		);
	}
	for (const call of openCalls) {
		const path = API_PREFIX + call.path;
		paths[path] ??= {};
		paths[path][call.method.toLowerCase()] = openCallItem(call, shared);
	}
	return {
		openapi: "3.1.0",
		info: {
			title: "Reeve",
			version: options.version,
			summary: "A control plane for managed service providers",
			description: overview(options.limits),
			license: { name: "Apache License 2.0", identifier: "Apache-2.0" },
		},
		servers: [{ url: options.serverUrl }],
		security: Object.keys(securitySchemes).map((name) => ({ [name]: [] })),
		tags: tagsOf(registry, openCalls),
		paths,
		components: {
			securitySchemes,
			schemas: { ...shared.schemas, Problem: problemSchema },
			parameters: sharedParameters,
			headers: sharedHeaders,
			responses: sharedResponses(),
		},
	};
}

/** The modules in use, in the order of the catalogue. */
function tagsOf(registry: Registry, openCalls: readonly AnyOpenCall[]): Json[] {
	const used = new Set(registry.all().map(({ module }) => module));
	if (openCalls.length > 0) used.add("sign_in");
	return (Object.keys(moduleTitles) as ModuleName[])
		.filter((module) => used.has(module))
		.map((module) => ({ name: moduleTitles[module] }));
}

function operationItem(
	route: Route,
	shared: SharedSchemas,
	limits: LimitSettings,
): Json {
	const { operation } = route;
	const limit = perMinuteOf(operation, {
		reads: limits.readsPerMinute,
		writes: limits.writesPerMinute,
	});
	const body = requestBodyOf(route);
	return {
		operationId: operation.id,
		tags: [moduleTitles[operation.module]],
		summary: operation.summary.replace(/\.$/, ""),
		description: describe(operation, limit),
		parameters: parametersOf(route),
		...(body === undefined ? {} : { requestBody: body }),
		responses: responsesOf(route, shared),
		"x-reeve-permission": operation.id,
		"x-reeve-access": operation.access,
		"x-reeve-scope": operation.scope,
		"x-ratelimit": { limit, window: 60 },
	};
}

const scopeSentences: Record<AnyOperation["scope"], string> = {
	account: "Runs in one account.",
	accounts:
		"Runs in one account, in several, or in all that the caller reaches.",
	provider: "Runs in a provider account.",
	caller: "Is about the caller; any valid credential may call it.",
	session: "Is about the caller, who must be signed in; no key opens it.",
	machine: "Is for the credential of a machine, which names it.",
};

function describe(operation: AnyOperation, limit: number): string {
	const { id, module, access, scope, description, secrets = [] } = operation;
	const once = secrets.map((name) => `\`${name}\``).join(", ");
	return [
		...(description === undefined ? [] : [description]),
		...(once === "" ? [] : [`Shown in this answer only: ${once}.`]),
		`Permission \`${id}\` (module ${moduleTitles[module]}, ${access}). ${scopeSentences[scope]} Limit: ${limit} calls a minute for one credential.`,
	].join("\n\n");
}

/** The fields that travel in the body: those that the path does not carry. */
function requestBodyOf({
	operation,
	inputIn,
	pathFields,
}: Route): Json | undefined {
	if (inputIn !== "body") return undefined;
	const { properties, required, ...rest } = operation.input as TObject;
	const inBody = (name: string) => !pathFields.includes(name);
	const names = Object.keys(properties).filter(inBody);
	if (names.length === 0) return undefined;
	const needed = ((required ?? []) as readonly string[]).filter(inBody);
	const schema = {
		...rest,
		properties: pick(properties, names),
		...(needed.length === 0 ? {} : { required: needed }),
	};
	const example = pick(operation.example.input as Json, names);
	return {
		required: needed.length > 0,
		content: { "application/json": { schema, example } },
	};
}

function pick<T>(
	from: Record<string, T>,
	names: readonly string[],
): Record<string, T> {
	return Object.fromEntries(
		names
			.filter((name) => Object.hasOwn(from, name))
			.map((name) => [name, from[name] as T]),
	);
}
