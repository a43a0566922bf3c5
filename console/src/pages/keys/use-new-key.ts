import { useState } from "react";
import { useReeve } from "../../app/reeve.tsx";
import { useForm } from "../../form/use-form.ts";
import { type IssuedKey, takeSecret } from "./issued-key.ts";
import {
	checkDraft,
	createInput,
	emptyDraft,
	type KeyDraft,
} from "./key-draft.ts";
import type { KeyKind } from "./key-kinds.ts";

/**
 * The form of a new key and, once it is made, the key with its secret.
 *
 * @param begin fields that are known already, such as the service user
 */
export function useNewKey(kind: KeyKind, begin: Partial<KeyDraft> = {}) {
	const { client } = useReeve();
	const [issued, setIssued] = useState<IssuedKey>();
	const form = useForm<KeyDraft, IssuedKey>({
		initial: { ...emptyDraft(kind), ...begin },
		check: (draft) => checkDraft(kind, draft, true),
		submit: async (draft, options) =>
			takeSecret(await client.keys.create(createInput(kind, draft), options)),
		changes: ["keys"],
		onDone: (made, draft) => {
			// What was typed is saved now: leaving loses nothing.
			form.reset(draft);
			setIssued(made);
		},
	});
	return { form, issued };
}
