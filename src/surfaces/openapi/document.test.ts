import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../kernel/limit-settings.ts";
import { Registry } from "../../kernel/registry.ts";
import { operations } from "../../modules/index.ts";
import { openApiDocument } from "./index.ts";
import type { Json } from "./shared-schemas.ts";

const document = openApiDocument(new Registry(operations), {
	version: "1.0.0",
	serverUrl: "/",
	limits: defaultLimits,
}) as Json & {
	paths: Record<string, Record<string, Json>>;
	components: { schemas: Record<string, Json> };
};
const items = Object.entries(document.paths).flatMap(([path, methods]) =>
	Object.entries(methods).map(([method, item]) => ({ path, method, item })),
);

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormatsModule as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addSchema({ $id: "doc", ...document });

/** Faults of a value under a schema of the document, whose references are looked up in the document. */
function faults(schema: unknown, value: unknown): unknown {
	const text = JSON.stringify(schema).replaceAll('"#/', '"doc#/');
	const validate = ajv.compile(JSON.parse(text));
	return validate(value) ? undefined : validate.errors;
}

describe("the OpenAPI document", () => {
	it("promise O11: is valid OpenAPI 3.1", async () => {
		expect(document.openapi).toBe("3.1.0");
		const result = await new Validator().validate(structuredClone(document));
		expect(result.errors).toBeUndefined();
		expect(result.valid).toBe(true);
	});

	it("describes every operation once, under its id", () => {
		const described = items.map(({ item }) => item.operationId).sort();
		expect(described).toEqual(operations.map(({ id }) => id).sort());
	});

	it("promise O6: shows the limit of every operation", () => {
		for (const { item } of items) {
			const { limit } = item["x-ratelimit"] as { limit: number };
			expect(limit).toBeGreaterThan(0);
			expect(item.description).toContain(`Limit: ${limit} calls a minute`);
		}
	});

	it("refers only to components that are there", () => {
		const text = JSON.stringify(document);
		for (const [, pointer] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
			let found: unknown = document;
			for (const part of (pointer as string).split("/"))
				found = (found as Json | undefined)?.[part];
			expect(found, pointer).toBeDefined();
		}
	});

	it("names its parameters and fields apart", () => {
		for (const { path, item } of items) {
			const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
			const described = (item.parameters as Json[])
				.filter((parameter) => parameter.in === "path")
				.map(({ name }) => name);
			expect(described.sort()).toEqual(inPath.sort());
		}
	});

	it.each(items.map(({ item }) => [item.operationId, item] as const))(
		"%s: its examples obey its schemas",
		(_id, item) => {
			type Content = { content?: Record<string, Json> };
			const bodies = [
				item.requestBody as Content | undefined,
				...Object.entries(item.responses as Record<string, Content>)
					.filter(([status]) => status.startsWith("2"))
					.map(([, response]) => response),
			];
			for (const body of bodies)
				for (const { schema, example } of Object.values(body?.content ?? {}))
					expect(faults(schema, example)).toBeUndefined();
			for (const { schema, example } of item.parameters as Json[])
				if (example !== undefined)
					expect(faults(schema, example)).toBeUndefined();
		},
	);
});
