import type { WireRoute } from "../dialect.ts";
import { homeParameter } from "./account-parameter.ts";
import { Refusal } from "./refusal.ts";
import { listOf, nothing, oneOf, shape, text } from "./schemas.ts";
import {
	readGroups,
	type Tenant,
	tenantExample,
	tenantGroupSchema,
	tenantSchema,
	toWireTenant,
} from "./tenant-shape.ts";
import { allRows, bodyOf, done, isId, ok, pathId } from "./wire.ts";

const tag = "Tenants";
const path = "/api/integrations/msp/tenants";
const one = `${path}/:tenantId`;
const answers = {
	200: {
		description: "The tenant",
		schema: tenantSchema,
		example: tenantExample,
	},
};
const nothingSaid = { 200: { description: "Done", schema: nothing } };
const groupsExample = [{ id: "1000002", role: "admin" }];

const routes: readonly WireRoute[] = [
	{
		method: "GET",
		path,
		operation: "tenants.list",
		document: {
			summary: "List the tenants; each has the id that ?account= takes",
			tag,
			answers: {
				200: {
					description: "The tenants",
					schema: listOf(tenantSchema),
					example: [tenantExample],
				},
			},
		},
		async handle(call) {
			return ok(
				(await allRows<Tenant>(call, "tenants.list")).map(toWireTenant),
			);
		},
	},
	{
		method: "POST",
		path,
		operation: "tenants.create",
		document: {
			summary: "Create a tenant",
			tag,
			body: {
				schema: shape({
					name: text,
					"domain?": text,
					"groups?": listOf(tenantGroupSchema),
				}),
				example: { name: "Acme", domain: "acme.test", groups: groupsExample },
			},
			answers,
		},
		async handle(call) {
			const fields = bodyOf(call);
			const name = fields.text("name");
			const domain = fields.text("domain");
			if (name === "") throw new Refusal(422, "tenant name shouldn't be empty");
			const made: Tenant = await call.run("tenants.create", {
				name,
				...(domain === "" ? {} : { domain }),
				...readGroups(fields),
			});
			return ok(toWireTenant(made));
		},
	},
	{
		method: "GET",
		path: one,
		operation: "tenants.get",
		document: { summary: "Read a tenant", tag, answers },
		async handle(call) {
			const id = pathId(call, "tenantId", "tenant");
			return ok(toWireTenant(await call.run("tenants.get", { id })));
		},
	},
	{
		method: "PUT",
		path: one,
		operation: "tenants.update",
		document: {
			summary: "Rename a tenant and replace its groups",
			tag,
			body: {
				schema: shape({ name: text, groups: listOf(tenantGroupSchema) }),
				example: { name: "Acme", groups: groupsExample },
			},
			answers,
		},
		async handle(call) {
			const fields = bodyOf(call);
			const name = fields.text("name");
			if (name === "") throw new Refusal(422, "tenant name shouldn't be empty");
			const groups = readGroups(fields);
			const id = pathId(call, "tenantId", "tenant");
			return ok(
				toWireTenant(await call.run("tenants.update", { id, name, ...groups })),
			);
		},
	},
	{
		method: "DELETE",
		path: one,
		operation: "tenants.delete",
		document: {
			summary: "Delete a tenant with everything in it, or withdraw a request",
			tag,
			answers: nothingSaid,
		},
		async handle(call) {
			const id = pathId(call, "tenantId", "tenant");
			await call.run("tenants.delete", { id });
			return done;
		},
	},
	{
		method: "POST",
		path: `${one}/unlink`,
		operation: "tenants.unlink",
		document: {
			summary: "Let a tenant go: it becomes an account of its own",
			tag,
			body: { schema: shape({ owner: text }), example: { owner: "1000031" } },
			answers: nothingSaid,
		},
		async handle(call) {
			const owner = bodyOf(call).text("owner");
			const id = pathId(call, "tenantId", "tenant");
			if (!isId(owner)) throw new Refusal(422, `user: ${owner} not found`);
			await call.run("tenants.unlink", { id, owner });
			return done;
		},
	},
	{
		method: "POST",
		path: `${one}/dns`,
		operation: "tenants.verify_domain",
		document: {
			summary: "Look in DNS for the proof of a tenant's domain",
			tag,
			answers: {
				...nothingSaid,
				501: {
					description: "The proof was not found; publish this as a TXT record",
					schema: shape({ dns_challenge: text }),
					example: { dns_challenge: tenantExample.dns_challenge },
				},
			},
		},
		async handle(call) {
			const id = pathId(call, "tenantId", "tenant");
			const { verified, dns_challenge } = await call.run(
				"tenants.verify_domain",
				{ id },
			);
			return verified ? done : { ...ok({ dns_challenge }), status: 501 };
		},
	},
	...(["POST", "PUT"] as const).map(
		(method): WireRoute => ({
			method,
			path: `${one}/subscription`,
			operation: "tenants.subscribe",
			document: {
				summary: "Note the plan that a tenant pays for",
				tag,
				body: {
					schema: shape({ priceID: text }),
					example: { priceID: "team-monthly" },
				},
				answers: nothingSaid,
			},
			async handle(call) {
				const plan = bodyOf(call).text("priceID");
				const id = pathId(call, "tenantId", "tenant");
				if (plan === "") throw new Refusal(422, "priceID shouldn't be empty");
				await call.run("tenants.subscribe", { id, plan });
				return done;
			},
		}),
	),
	{
		method: "POST",
		path: `${one}/invite`,
		operation: "tenants.invite",
		document: {
			summary: "Ask an existing account to become a tenant",
			tag,
			answers,
		},
		async handle(call) {
			const id = pathId(call, "tenantId", "tenant");
			return ok(toWireTenant(await call.run("tenants.invite", { id })));
		},
	},
	{
		method: "PUT",
		path: `${one}/invite`,
		operation: "accounts.answer_invite",
		document: {
			summary: "Accept or decline, as the owner of the invited account",
			tag,
			body: {
				schema: shape({ value: oneOf("accept", "decline") }),
				example: { value: "accept" },
			},
			answers: nothingSaid,
		},
		async handle(call) {
			const value = bodyOf(call).text("value");
			const id = pathId(call, "tenantId", "tenant");
			if (value !== "accept" && value !== "decline")
				throw new Refusal(422, "value must be accept or decline");
			if (id !== call.caller.home.id)
				throw new Refusal(404, `tenant: ${id} not found`);
			await call.run("accounts.answer_invite", { value });
			return done;
		},
	},
];

/** Whatever `?account=` a client appends, tenants are those of the caller's own account. */
export const tenantRoutes: readonly WireRoute[] = routes.map((route) => ({
	...route,
	account: homeParameter,
}));
