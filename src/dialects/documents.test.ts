import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../kernel/limit-settings.ts";
import { Registry } from "../kernel/registry.ts";
import { operations } from "../modules/index.ts";
import { dialectDocument, dialects } from "./index.ts";

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormatsModule as unknown as (ajv: Ajv2020) => void)(ajv);

/** Every example that stands beside a schema, whatever it is an example of. */
function examplesIn(
	value: unknown,
	where = "",
): { where: string; schema: object; example: unknown }[] {
	if (value === null || typeof value !== "object") return [];
	const { schema, example } = value as { schema?: object; example?: unknown };
	const own =
		schema !== undefined && example !== undefined
			? [{ where, schema, example }]
			: [];
	const below = Object.entries(value).flatMap(([key, child]) =>
		examplesIn(child, `${where}/${key}`),
	);
	return [...own, ...below];
}

describe.each(dialects.map((dialect) => [dialect.name, dialect] as const))(
	"the document of %s",
	(_name, dialect) => {
		const registry = new Registry(operations);
		const document = dialectDocument(dialect, {
			version: "1.0.0",
			serverUrl: "/",
			limits: defaultLimits,
			registry,
		}) as { paths: Record<string, Record<string, Record<string, unknown>>> };
		const items = Object.values(document.paths).flatMap((methods) =>
			Object.values(methods),
		);

		it("is a valid OpenAPI 3.1 document", async () => {
			const validator = new Validator();
			const result = await validator.validate(structuredClone(document));
			expect(result.errors ?? []).toEqual([]);
			expect(validator.version).toBe("3.1");
		});

		it("describes every route once, each with the limit that holds for it", () => {
			const routes = [...dialect.routes, ...(dialect.openRoutes ?? [])];
			expect(items).toHaveLength(routes.length);
			const ids = items.map(({ operationId }) => operationId);
			expect(new Set(ids).size).toBe(ids.length);
			for (const { security, "x-ratelimit": limit } of items)
				if (security === undefined)
					expect(limit).toEqual({ limit: expect.any(Number), window: 60 });
		});

		it("names only operations that there are", () => {
			for (const { operation } of dialect.routes)
				expect(registry.find(operation), operation).toBeDefined();
		});

		it("shows examples that its own schemas take", () => {
			const faults = examplesIn(document).flatMap(
				({ where, schema, example }) => {
					const validate = ajv.compile(schema);
					return validate(example) ? [] : [{ where, errors: validate.errors }];
				},
			);
			expect(faults).toEqual([]);
		});
	},
);
