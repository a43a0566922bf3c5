import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AnyOpenCall } from "../../src/kernel/open-call.ts";
import type { AnyOperation } from "../../src/kernel/operation.ts";
import { packageRoot } from "../../src/package-root.ts";
import {
	pageItems,
	pascal,
	type SharedSchemas,
	sharedSchemas,
} from "../../src/surfaces/openapi/shared-schemas.ts";
import { comment, key, typeText } from "./type-text.ts";

type Call = AnyOperation | AnyOpenCall;

/** The client: the hand-written part, then a type for every schema and a method for every operation and open call. */
export function clientText(
	operations: readonly AnyOperation[],
	openCalls: readonly AnyOpenCall[],
): string {
	const calls: readonly Call[] = [...operations, ...openCalls];
	const shared = sharedSchemas(calls);
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
		...calls.map(inputType),
		methods(calls, shared),
	].join("");
}

function inputName({ id }: Call): string {
	return `${pascal(id.replace(".", "_"))}Input`;
}

function inputType(operation: Call): string {
	const { input } = operation;
	const text = fieldsOf(operation).length === 0 ? "object" : typeText(input);
	return `\n/** What \`${operation.id}\` takes. */\nexport type ${inputName(operation)} = ${text};\n`;
}

function fieldsOf(operation: Call): string[] {
	return Object.keys(operation.input.properties);
}

function methods(operations: readonly Call[], shared: SharedSchemas): string {
	const nouns = [...new Set(operations.map(({ id }) => id.split(".")[0]))];
	const groups = nouns.map((noun) => {
		const own = operations.filter(({ id }) => id.startsWith(`${noun}.`));
		const lines = own.map((operation) => method(operation, shared)).join("");
		return `\t\t${camel(noun as string)}: {\n${lines}\t\t},\n`;
	});
	return `
/** One method for every operation of the server and for every call that asks for no credential, by noun. */
export function createClient(client: ClientOptions) {
	const call = createCall(client);
	// What is about the caller takes no account.
	const { account: _account, ...atHome } = client;
	const own = createCall(atHome);
	return {
${groups.join("")}\t};
}

export type ReeveClient = ReturnType<typeof createClient>;
`;
}

function method(operation: Call, shared: SharedSchemas): string {
	const verb = camel(operation.id.split(".")[1] as string);
	const path = JSON.stringify(`/api/v1${operation.path}`);
	const needsInput = (operation.input.required ?? []).length > 0;
	const input = `input: ${inputName(operation)}${needsInput ? "" : " = {}"}`;
	const output = outputText(operation, shared);
	const atHome = !("scope" in operation) || operation.scope === "session";
	const send = atHome ? "own" : "call";
	return `${comment(operation.summary, "\t\t\t")}\t\t\t${key(verb)}: (${input}, options?: CallOptions): Promise<${output}> =>
				${send}("${operation.method}", ${path}, input, options),\n`;
}

function outputText(operation: Call, shared: SharedSchemas): string {
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
