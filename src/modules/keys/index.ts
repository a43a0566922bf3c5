import type { AnyOperation } from "../../kernel/index.ts";
import { createKey } from "./create-key.ts";
import { deleteKey } from "./delete-key.ts";
import { disableKey } from "./disable-key.ts";
import { enableKey } from "./enable-key.ts";
import { getKey } from "./get-key.ts";
import { getKeyUsage } from "./get-key-usage.ts";
import { listKeys } from "./list-keys.ts";
import { regenerateKey } from "./regenerate-key.ts";
import { updateKey } from "./update-key.ts";

export const keyOperations: readonly AnyOperation[] = [
	listKeys,
	getKey,
	createKey,
	updateKey,
	enableKey,
	disableKey,
	regenerateKey,
	deleteKey,
	getKeyUsage,
];

export {
	type IssuedCredential,
	issueCredential,
	type NewCredential,
} from "./issue-credential.ts";
export { Key, keyExample, keyKinds } from "./key.ts";
export { visibleKey, visibleKeys } from "./key-rights.ts";
export { hasStatus, keys, toKey } from "./key-store.ts";
export {
	HourOfUse,
	hourOf,
	usageByHour,
	usageFigures,
} from "./usage-by-hour.ts";
