import Type from "typebox";
import { expect, it } from "vitest";
import { typeText } from "../scripts/generate/type-text.ts";
import { nullable, object, oneOf } from "../src/kernel/index.ts";

it.each([
	[Type.Integer(), "number"],
	[nullable(Type.String()), "string | null"],
	[oneOf(["a", "b"]), '"a" | "b"'],
	[Type.Array(Type.Boolean()), "boolean[]"],
	[Type.Array(nullable(Type.Boolean())), "Array<boolean | null>"],
	[Type.Literal(3), "3"],
	[Type.Unknown(), "unknown"],
	[Type.Record(Type.String(), Type.Number()), "Record<string, number>"],
	[{ type: ["integer", "string"] }, "number | string"],
	[
		object({ id: Type.String(), "x-y": Type.Optional(Type.Null()) }),
		'{\n\tid: string;\n\t"x-y"?: null;\n}',
	],
	[{ $ref: "#/components/schemas/Thing" }, "Thing"],
])("%j is the type %s", (schema, text) => {
	expect(typeText(schema as Record<string, unknown>)).toBe(text);
});
