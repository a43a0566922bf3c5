import type {
	Key,
	KeysCreateInput,
	KeysUpdateInput,
} from "../../../../generated/client.ts";
import type { FieldErrors } from "../../form/form-state.ts";
import {
	type AccessDraft,
	accessOf,
	draftOfAccess,
	everything,
	faultOfAccess,
} from "./access-draft.ts";
import {
	draftOfExpiry,
	type ExpiryDraft,
	expiryInput,
	faultOfExpiry,
	inNinetyDays,
	never,
} from "./expiry-draft.ts";
import {
	actsForUser,
	type KeyKind,
	type OrganizationApi,
} from "./key-kinds.ts";

/** What the form of a key holds. Fields are named as the server names them, so that its faults find them. */
export interface KeyDraft {
	name: string;
	description: string;
	expires_at: ExpiryDraft;
	access: AccessDraft;
	/** The service user that it acts for. */
	user_id: string | null;
	opens: OrganizationApi;
	probe_id: string | null;
	allowed_addresses: string[];
	/** None for every tenant. */
	tenants: string[];
	require_account: boolean;
}

/** A new key of a kind. Those of machines out in the field do not end unasked. */
export function emptyDraft(kind: KeyKind): KeyDraft {
	return {
		name: "",
		description: "",
		expires_at:
			kind === "network_device" || kind === "probe" ? never : inNinetyDays,
		access: everything,
		user_id: null,
		opens: "umbrella_management",
		probe_id: null,
		allowed_addresses: [],
		tenants: [],
		require_account: false,
	};
}

/** The form's beginning for a key that is there. */
export function draftOfKey(key: Key): KeyDraft {
	return {
		...emptyDraft(key.kind),
		name: key.name,
		description: key.description,
		expires_at: draftOfExpiry(key.expires_at),
		access: draftOfAccess(key.access),
		allowed_addresses: key.allowed_addresses,
		tenants: key.tenants ?? [],
		require_account: key.require_account,
	};
}

/** Says what is plainly missing; the server judges the rest. */
export function checkDraft(
	kind: KeyKind,
	draft: KeyDraft,
	isNew: boolean,
): FieldErrors<KeyDraft> {
	const errors: FieldErrors<KeyDraft> = {};
	if (draft.name.trim() === "")
		errors.name = "Name it, so that you know it again in a year.";
	const expiry = faultOfExpiry(draft.expires_at);
	if (expiry) errors.expires_at = expiry;
	const access = actsForUser(kind) ? faultOfAccess(draft.access) : undefined;
	if (access) errors.access = access;
	if (isNew && kind === "service" && draft.user_id === null)
		errors.user_id = "Choose the service user that it acts for.";
	return errors;
}

/** The call that makes the key. */
export function createInput(kind: KeyKind, draft: KeyDraft): KeysCreateInput {
	return {
		kind,
		...writtenFields(draft),
		...(actsForUser(kind) ? { access: accessOf(draft.access) } : {}),
		...(kind === "service" && draft.user_id ? { user_id: draft.user_id } : {}),
		...(kind === "organization" ? { opens: draft.opens } : {}),
		...(kind === "probe" && draft.probe_id ? { probe_id: draft.probe_id } : {}),
		...expiryInput(draft.expires_at),
	};
}

/** The call that changes a key: what was not touched is not sent. */
export function updateInput(key: Key, draft: KeyDraft): KeysUpdateInput {
	const before = draftOfKey(key);
	return {
		id: key.id,
		...writtenFields(draft),
		...(same(before.access, draft.access)
			? {}
			: { access: accessOf(draft.access) }),
		...(same(before.expires_at, draft.expires_at)
			? {}
			: expiryInput(draft.expires_at)),
	};
}

function writtenFields(draft: KeyDraft) {
	return {
		name: draft.name.trim(),
		description: draft.description.trim(),
		allowed_addresses: draft.allowed_addresses,
		tenants: draft.tenants.length === 0 ? null : draft.tenants,
		require_account: draft.require_account,
	};
}

function same(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
