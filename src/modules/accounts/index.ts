import type { AnyOperation } from "../../kernel/index.ts";
import { accountStats } from "./account-stats.ts";
import { deleteAccount } from "./delete-account.ts";
import { getAccount } from "./get-account.ts";
import { listAccounts } from "./list-accounts.ts";
import { updateAccount } from "./update-account.ts";

export const accountOperations: readonly AnyOperation[] = [
	listAccounts,
	getAccount,
	updateAccount,
	deleteAccount,
	accountStats,
];

export { AccountName, DomainName } from "./account.ts";
export { addUpCounts } from "./account-counts.ts";
export { Stats, statsExample, statsOf } from "./account-stats.ts";
export { eraseAccount, findDomain, updateProfile } from "./account-store.ts";
export { auditBoth } from "./audit-both.ts";
export { isDomainProven, proofRecord } from "./dns-challenge.ts";
export {
	type InsertedAccount,
	insertAccount,
	type NewAccount,
} from "./insert-account.ts";
export { type TemporaryToken, temporaryOwnerToken } from "./owner-token.ts";
export { packageName } from "./packages.ts";
export {
	emptyProfile,
	optionalFields,
	overlay,
	type Profile,
	profileColumns,
	profileExample,
	profileFields,
	rangeFields,
} from "./profile.ts";
export {
	type FirstAccount,
	type FirstCredentials,
	type FirstOwner,
	isSetUp,
	makeFirstAccount,
	setUp,
} from "./set-up.ts";
export type { Settings } from "./settings.ts";
export { usageFields, usageOf } from "./usage.ts";
export { readRanges } from "./verified-ranges.ts";
