import type { TObject } from "typebox";
import type { Scope } from "../../kernel/operation.ts";
import type { Route } from "../rest/route.ts";
import type { Json } from "./shared-schemas.ts";

/** Parameters that many operations take, as components. */
export const sharedParameters = {
	account: {
		name: "account",
		in: "query",
		description:
			"The account to run in. Without it the call runs in the account of the credential.",
		schema: { type: "string", pattern: "^[1-9][0-9]{0,17}$" },
	},
	accounts: {
		name: "account",
		in: "query",
		description:
			"The account to run in, several separated by commas, or `*` for every account that the caller reaches. Without it the call runs in the account of the credential.",
		schema: {
			type: "string",
			pattern: "^(\\*|[1-9][0-9]{0,17}(,[1-9][0-9]{0,17})*)$",
		},
	},
	idempotency_key: {
		name: "Idempotency-Key",
		in: "header",
		description:
			"A text of the caller's choice. A repeated call with the same key and input changes nothing and gets the first answer, without what is shown once.",
		schema: { type: "string", minLength: 1, maxLength: 255 },
	},
	if_match: {
		name: "If-Match",
		in: "header",
		description:
			"The entity tag of the version that the caller has seen; another version is answered with 412.",
		schema: { type: "string", examples: ['"3"'] },
	},
	if_none_match: {
		name: "If-None-Match",
		in: "header",
		description:
			"Entity tags that the caller holds; if the object still has one of them the answer is 304.",
		schema: { type: "string", examples: ['"3"'] },
	},
	reason: {
		name: "Reeve-Reason",
		in: "header",
		description: "Why, in the caller's words; kept with the audit row.",
		schema: { type: "string", maxLength: 500 },
	},
} as const;

const accountParameterOf: Record<Scope, "account" | "accounts" | undefined> = {
	account: "account",
	accounts: "accounts",
	provider: "account",
	caller: undefined,
	session: undefined,
	machine: undefined,
};

/** Everything an operation takes outside its body. */
export function parametersOf(route: Route): Json[] {
	const { operation, inputIn, pathFields } = route;
	const input = operation.input as TObject;
	const examples = operation.example.input as Record<string, unknown>;
	const required = (input.required ?? []) as readonly string[];
	const names = Object.keys(input.properties).filter(
		(name) => inputIn === "query" || pathFields.includes(name),
	);
	const own = names.map((name): Json => {
		const { description, ...schema } = input.properties[name] as Json;
		const inPath = pathFields.includes(name);
		return {
			name,
			in: inPath ? "path" : "query",
			...(inPath || required.includes(name) ? { required: true } : {}),
			...(description === undefined ? {} : { description }),
			schema,
			...(name in examples ? { example: examples[name] } : {}),
		};
	});
	return [...own, ...sharedOf(route).map(reference)];
}

type SharedName = keyof typeof sharedParameters;

function sharedOf({ operation, versioned }: Route): SharedName[] {
	const account = accountParameterOf[operation.scope];
	const names: SharedName[] = account === undefined ? [] : [account];
	if (operation.access === "read")
		return versioned && isVersioned(operation.output)
			? [...names, "if_none_match"]
			: names;
	return versioned
		? [...names, "idempotency_key", "if_match", "reason"]
		: [...names, "idempotency_key", "reason"];
}

/** Whether an output carries the version that entity tags are made of. */
export function isVersioned(output: unknown): boolean {
	const { properties } = output as { properties?: object };
	return properties !== undefined && "version" in properties;
}

function reference(name: SharedName): Json {
	return { $ref: `#/components/parameters/${name}` };
}
