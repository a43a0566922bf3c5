import { notFound } from "../../kernel/errors.ts";
import type { RouteDocument, WireCall, WireRoute } from "../dialect.ts";
import {
	type CustomerShape,
	mspCustomer,
	serviceProviderCustomer,
	type TenantRow,
} from "./customer-shape.ts";
import { pathId } from "./effective-account.ts";
import { listPage, pageParameters } from "./paging.ts";
import { listOf } from "./schemas.ts";

interface Tree {
	base: string;
	shape: CustomerShape;
	tag: string;
}

/** The two trees in which providers keep customers, each with its shape. */
const trees: readonly Tree[] = [
	{
		base: "/v1/serviceproviders/:serviceProviderId/customers",
		shape: serviceProviderCustomer,
		tag: "Service providers",
	},
	{ base: "/v1/msps/:mspId/customers", shape: mspCustomer, tag: "MSPs" },
];

export const customerRoutes: readonly WireRoute[] = trees.flatMap((tree) => [
	...routesOfAll(tree),
	...routesOfOne(tree),
]);

function single({ shape }: Tree): RouteDocument["answers"] {
	const { schema, example } = shape;
	return { 200: { description: "The customer", schema, example } };
}

function routesOfAll(tree: Tree): WireRoute[] {
	const { base, shape, tag } = tree;
	return [
		{
			method: "GET",
			path: base,
			operation: "tenants.list",
			handle: (call) => listCustomers(call, shape),
			document: {
				summary: "List customers",
				tag,
				query: pageParameters(),
				answers: {
					200: {
						description: "A page of customers",
						schema: listOf(shape.schema),
						example: [shape.example],
					},
				},
			},
		},
		{
			method: "POST",
			path: base,
			operation: "tenants.create",
			handle: (call) => createCustomer(call, shape),
			document: {
				summary: "Create a customer",
				tag,
				body: { schema: shape.newSchema, example: shape.newExample },
				answers: single(tree),
			},
		},
	];
}

function routesOfOne(tree: Tree): WireRoute[] {
	const { base, shape, tag } = tree;
	const path = `${base}/:customerId`;
	return [
		{
			method: "GET",
			path,
			operation: "tenants.get",
			handle: (call) => readCustomer(call, shape),
			document: { summary: "Read a customer", tag, answers: single(tree) },
		},
		{
			method: "PUT",
			path,
			operation: "tenants.update",
			handle: (call) => changeCustomer(call, shape),
			document: {
				summary: "Change a customer",
				tag,
				body: { schema: shape.changeSchema, example: shape.changeExample },
				answers: single(tree),
			},
		},
		{
			method: "DELETE",
			path,
			operation: "tenants.delete",
			handle: deleteCustomer,
			document: {
				summary: "Delete a customer with everything in it",
				tag,
				answers: { 204: { description: "It is gone" } },
			},
		},
	];
}

async function readCustomer(call: WireCall, shape: CustomerShape) {
	return { status: 200, body: shape.toWire(await customerOf(call)) };
}

async function listCustomers(call: WireCall, shape: CustomerShape) {
	const body = await listPage(
		call,
		"tenants.list",
		{ joined: true },
		shape.toWire,
	);
	return { status: 200, body };
}

async function createCustomer(call: WireCall, shape: CustomerShape) {
	const made = await call.run("tenants.create", shape.readNew(call.json()));
	return { status: 200, body: shape.toWire(made) };
}

async function changeCustomer(call: WireCall, shape: CustomerShape) {
	const { id } = await customerOf(call);
	const changed = await call.run("tenants.update", {
		id,
		...shape.readChange(call.json()),
	});
	return { status: 200, body: shape.toWire(changed) };
}

async function deleteCustomer(call: WireCall) {
	const { id } = await customerOf(call);
	await call.run("tenants.delete", { id });
	return { status: 204 };
}

/** An account that was only found or invited is no customer yet. @throws not_found */
async function customerOf(call: WireCall): Promise<TenantRow> {
	const id = pathId(call.params, "customerId");
	const tenant: TenantRow = await call.run("tenants.get", { id });
	if (["existing", "invited"].includes(tenant.status))
		throw notFound("tenant", id);
	return tenant;
}
