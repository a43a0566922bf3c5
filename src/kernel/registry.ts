import { moduleTitles } from "./modules.ts";
import type { AnyOperation } from "./operation.ts";

/** Every operation there is, by id. Refuses at start what would be a mistake later. */
export class Registry {
	private readonly byId = new Map<string, AnyOperation>();

	constructor(operations: readonly AnyOperation[]) {
		const routes = new Set<string>();
		for (const operation of operations) {
			check(operation);
			if (this.byId.has(operation.id))
				throw new Error(`two operations are called ${operation.id}`);
			const route = `${operation.method} ${operation.path.replaceAll(/\{[^}]+\}/g, "{}")}`;
			if (routes.has(route)) throw new Error(`two operations answer ${route}`);
			routes.add(route);
			this.byId.set(operation.id, operation);
		}
	}

	all(): AnyOperation[] {
		return [...this.byId.values()];
	}

	find(id: string): AnyOperation | undefined {
		return this.byId.get(id);
	}

	/** @throws when there is none: the caller is our own code, which names operations literally. */
	get(id: string): AnyOperation {
		const operation = this.byId.get(id);
		if (!operation) throw new Error(`no operation is called ${id}`);
		return operation;
	}
}

function check(operation: AnyOperation): void {
	const { id, method, access } = operation;
	const fail = (why: string): never => {
		throw new Error(`operation ${id}: ${why}`);
	};
	if (!/^[a-z_]+\.[a-z_]+$/.test(id)) fail("an id reads noun.verb");
	if (!(operation.module in moduleTitles))
		fail(`unknown module ${operation.module}`);
	if (operation.quiet && operation.scope !== "machine")
		fail("only a machine's own call leaves no audit row");
	if (access === "write" && !operation.audit && !operation.quiet)
		fail("a write says what its audit row is about");
	if (access === "read" && operation.audit) fail("a read leaves no audit row");
	if (access === "read" && operation.prepare)
		fail("a read has no transaction to prepare for");
	if ((method === "GET") !== (access === "read"))
		fail("reads are GET and writes are not");
	if (operation.input.additionalProperties !== false)
		fail("its input refuses unknown fields");
	for (const [, name] of operation.path.matchAll(/\{([^}]+)\}/g)) {
		if (!((name as string) in operation.input.properties))
			fail(`the path names ${name}, the input does not`);
	}
	if (!/[.]$/.test(operation.summary)) fail("its summary is a sentence");
}
