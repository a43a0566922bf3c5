import type { Access } from "../caller.ts";
import { type AnyOperation, isGrantable } from "../operation.ts";

/** Whether a credential's own access opens an operation; the user's role cuts it further elsewhere. */
export function accessAllows(access: Access, operation: AnyOperation): boolean {
	switch (access.type) {
		case "all":
			return operation.scope !== "machine";
		case "modules": {
			const level = access.modules[operation.module];
			return (
				isGrantable(operation) &&
				(level === "write" || level === operation.access)
			);
		}
		case "operations":
			return access.operations.includes(operation.id);
	}
}
