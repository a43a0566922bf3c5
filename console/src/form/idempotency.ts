import { useRef } from "react";

/**
 * Makes the Idempotency-Key of a form: the same for every try with the same values, so that a second click or a retry
 * after a lost answer does nothing twice; another one once the values changed, because that is another request.
 */
export function useIdempotencyKey(): {
	keyFor: (values: unknown) => string;
	/** After a success: sending the same again is meant. */
	renew: () => void;
} {
	const last = useRef<{ content: string; key: string }>(undefined);
	return {
		keyFor: (values) => {
			const content = JSON.stringify(values);
			if (last.current?.content !== content)
				last.current = { content, key: randomKey() };
			return last.current.key;
		},
		renew: () => {
			last.current = undefined;
		},
	};
}

/** `crypto.randomUUID` is missing where the console is served without TLS; random bytes are not. */
function randomKey(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(
		"",
	);
}
