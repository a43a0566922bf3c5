import type { Key } from "../../../../generated/client.ts";
import type { Reeve } from "../../app/reeve.tsx";
import { isAdministratorHere } from "./key-kinds.ts";

/** What the person may do with one key, and why not more. */
export interface KeyRights {
	edit: boolean;
	enable: boolean;
	disable: boolean;
	regenerate: boolean;
	remove: boolean;
	/** Said where the key is somebody else's. */
	note: string | undefined;
}

type Asking = Pick<Reeve, "may" | "whoami" | "isAll">;

/**
 * The rule of the server, as far as the page must know it: whoever a key acts for does everything with it, and so do
 * administrators where it acts for the account or a service user; somebody else's they can only disable and delete.
 */
export function rightsOn(key: Key, reeve: Asking): KeyRights {
	const { may } = reeve;
	const whose = relation(key, reeve);
	const isOwn = whose !== "others";
	const stops = isOwn || isAdministratorHere(reeve);
	return {
		edit: isOwn && may("keys.update"),
		enable: isOwn && may("keys.enable"),
		disable: stops && may("keys.disable"),
		regenerate: isOwn && may("keys.regenerate"),
		remove: stops && may("keys.delete"),
		note: isOwn ? undefined : noteOn(key),
	};
}

function relation(key: Key, reeve: Asking): "own" | "kept" | "others" {
	if (key.user && key.user.id === reeve.whoami.user?.id) return "own";
	const isKept = key.user === null || key.user.kind === "service";
	return isKept && isAdministratorHere(reeve) ? "kept" : "others";
}

function noteOn({ user }: Key): string {
	const whose = user?.name || user?.email || "the account";
	return `This key is ${whose}'s. You can disable or delete it; only ${whose} can change, enable or regenerate it.`;
}

/** Where the address of a key's page takes its account from: lists over all accounts lead into each row's own. */
export function keyParams(key: Pick<Key, "id" | "account_id">) {
	return { account: key.account_id, id: key.id };
}
