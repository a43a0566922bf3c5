import { notFound } from "../../kernel/errors.ts";
import type { RouteDocument, WireCall, WireRoute } from "../dialect.ts";
import {
	apiKeyExample,
	apiKeySchema,
	apiKeyWire,
	apiKeyWithSecretExample,
	apiKeyWithSecretSchema,
	apiKeyWithSecretWire,
	type KeyRow,
} from "./api-key-shape.ts";
import { customerOfPath, pathId } from "./effective-account.ts";
import { listAll } from "./paging.ts";
import { listOf } from "./schemas.ts";

const trees = [
	{ base: "/v1/serviceproviders/:serviceProviderId", tag: "Service providers" },
	{ base: "/v1/msps/:mspId", tag: "MSPs" },
];

const keyAnswer: RouteDocument["answers"] = {
	200: {
		description: "The key, without its secret",
		schema: apiKeySchema,
		example: apiKeyExample,
	},
};
const secretAnswer: RouteDocument["answers"] = {
	200: {
		description: "The key with its secret, which is shown in this answer only",
		schema: apiKeyWithSecretSchema,
		example: apiKeyWithSecretExample,
	},
};

/** The keys that open a customer's own organization; each route works inside it. */
export const apiKeyRoutes: readonly WireRoute[] = trees
	.flatMap(({ base, tag }) => {
		const path = `${base}/customers/:customerId/apikeys`;
		return [...routesOfAll(path, tag), ...routesOfOne(`${path}/:keyId`, tag)];
	})
	.map((route) => ({ ...route, account: customerOfPath }));

function routesOfAll(path: string, tag: string): WireRoute[] {
	return [
		{
			method: "GET",
			path,
			operation: "keys.list",
			handle: listKeys,
			document: {
				summary: "List the API keys of a customer",
				tag,
				answers: {
					200: {
						description: "All keys, without their secrets",
						schema: listOf(apiKeySchema),
						example: [apiKeyExample],
					},
				},
			},
		},
		{
			method: "POST",
			path,
			operation: "keys.create",
			handle: createKey,
			document: {
				summary: "Make an API key for a customer",
				tag,
				answers: secretAnswer,
			},
		},
	];
}

function routesOfOne(path: string, tag: string): WireRoute[] {
	return [
		{
			method: "GET",
			path,
			operation: "keys.get",
			handle: readKey,
			document: { summary: "Read an API key", tag, answers: keyAnswer },
		},
		{
			method: "PUT",
			path,
			operation: "keys.regenerate",
			handle: refreshKey,
			document: {
				summary:
					"Give an API key a new key and secret; the old pair ends at once",
				tag,
				answers: secretAnswer,
			},
		},
		{
			method: "DELETE",
			path,
			operation: "keys.delete",
			handle: deleteKey,
			document: {
				summary: "Delete an API key",
				tag,
				answers: { 204: { description: "It opens nothing any more" } },
			},
		},
	];
}

async function readKey(call: WireCall) {
	return { status: 200, body: apiKeyWire(await keyOf(call)) };
}

async function listKeys(call: WireCall) {
	const filters = { kind: "organization" };
	return {
		status: 200,
		body: await listAll(call, "keys.list", filters, apiKeyWire),
	};
}

async function createKey(call: WireCall) {
	const made = await call.run("keys.create", {
		kind: "organization",
		name: "Umbrella Management",
		opens: "umbrella_management",
	});
	return { status: 200, body: apiKeyWithSecretWire(made) };
}

async function refreshKey(call: WireCall) {
	const { id } = await keyOf(call);
	const renewed = await call.run("keys.regenerate", { id });
	return { status: 200, body: apiKeyWithSecretWire(renewed) };
}

async function deleteKey(call: WireCall) {
	const { id } = await keyOf(call);
	await call.run("keys.delete", { id });
	return { status: 204 };
}

/** People's keys of the same account are not to be seen or touched here. @throws not_found */
async function keyOf(call: WireCall): Promise<KeyRow> {
	const id = pathId(call.params, "keyId");
	const key: KeyRow = await call.run("keys.get", { id });
	if (key.kind !== "organization") throw notFound("key", id);
	return key;
}
