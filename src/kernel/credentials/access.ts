import type { Access } from "../caller.ts";
import type { AnyOperation } from "../operation.ts";

/** Whether a credential's own access opens an operation; the user's role cuts it further elsewhere. */
export function accessAllows(access: Access, operation: AnyOperation): boolean {
	switch (access.type) {
		case "all":
			return operation.scope !== "machine";
		case "modules": {
			const level = access.modules[operation.module];
			return (
				operation.scope !== "machine" &&
				(level === "write" || level === operation.access)
			);
		}
		case "operations":
			return access.operations.includes(operation.id);
	}
}
