import type { AnyOperation } from "../../kernel/index.ts";
import { createSetupKey } from "./create-setup-key.ts";
import { deleteSetupKey } from "./delete-setup-key.ts";
import { getSetupKey } from "./get-setup-key.ts";
import { listSetupKeys } from "./list-setup-keys.ts";
import { updateSetupKey } from "./update-setup-key.ts";

export const setupKeyOperations: readonly AnyOperation[] = [
	listSetupKeys,
	getSetupKey,
	createSetupKey,
	updateSetupKey,
	deleteSetupKey,
];

export {
	countUse,
	type LockedSetupKey,
	setupKeys,
	stateOf,
} from "./setup-key-store.ts";
