import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AnyOperation } from "../../src/kernel/operation.ts";
import { packageRoot } from "../../src/package-root.ts";
import {
	pageItems,
	pascal,
	type SharedSchemas,
	sharedSchemas,
} from "../../src/surfaces/openapi/shared-schemas.ts";
import { comment, key, typeText } from "./type-text.ts";

/** The client: the hand-written part, then a type for every schema and a method for every operation. */
export function clientText(operations: readonly AnyOperation[]): string {
	const shared = sharedSchemas(operations);
	const runtime = readFileSync(
		join(packageRoot, "scripts/generate/client-runtime.ts"),
		"utf8",
	);
	return [
		"// Made by `npm run generate` from the operations of the server. Changes belong there.\n\n",
		runtime.replace(/^(\/\/.*\n)+\n/, ""),
		...Object.entries(shared.schemas).map(
			([name, schema]) => `\nexport type ${name} = ${typeText(schema)};\n`,
		),
		...operations.map(inputType),
		methods(operations, shared),
	].join("");
}

function inputName({ id }: AnyOperation): string {
	return `${pascal(id.replace(".", "_"))}Input`;
}

function inputType(operation: AnyOperation): string {
	const { input } = operation;
	const text = fieldsOf(operation).length === 0 ? "object" : typeText(input);
	return `\n/** What \`${operation.id}\` takes. */\nexport type ${inputName(operation)} = ${text};\n`;
}

function fieldsOf(operation: AnyOperation): string[] {
	return Object.keys(operation.input.properties);
}

function methods(
	operations: readonly AnyOperation[],
	shared: SharedSchemas,
): string {
	const nouns = [...new Set(operations.map(({ id }) => id.split(".")[0]))];
	const groups = nouns.map((noun) => {
		const own = operations.filter(({ id }) => id.startsWith(`${noun}.`));
		const lines = own.map((operation) => method(operation, shared)).join("");
		return `\t\t${camel(noun as string)}: {\n${lines}\t\t},\n`;
	});
	return `
/** One method for every operation of the server, by noun. */
export function createClient(client: ClientOptions) {
	const call = createCall(client);
	return {
${groups.join("")}\t};
}

export type ReeveClient = ReturnType<typeof createClient>;
`;
}

function method(operation: AnyOperation, shared: SharedSchemas): string {
	const verb = camel(operation.id.split(".")[1] as string);
	const path = JSON.stringify(`/api/v1${operation.path}`);
	const needsInput = (operation.input.required ?? []).length > 0;
	const input = `input: ${inputName(operation)}${needsInput ? "" : " = {}"}`;
	const output = outputText(operation, shared);
	return `${comment(operation.summary, "\t\t\t")}\t\t\t${key(verb)}: (${input}, options?: CallOptions): Promise<${output}> =>
				call("${operation.method}", ${path}, input, options),\n`;
}

function outputText(operation: AnyOperation, shared: SharedSchemas): string {
	const schema = shared.refer(operation.output);
	const items = pageItems(schema);
	return items
		? `Page<${typeText(items, "\t\t\t")}>`
		: typeText(schema, "\t\t\t");
}

function camel(name: string): string {
	const text = pascal(name);
	return text.charAt(0).toLowerCase() + text.slice(1);
}
