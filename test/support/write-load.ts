import { randomUUID } from "node:crypto";
import { callServer } from "./server.ts";

export interface Attempt {
	name: string;
	key: string;
	/** What a 2xx said; undefined when the answer was lost or an error. */
	answer: { id: string; name: string } | undefined;
}

/** Writers that keep creating groups, each write under an Idempotency-Key of its own, until told to stop. */
export class WriteLoad {
	readonly attempts: Attempt[] = [];
	private running = true;
	private readonly writers: Promise<void>[];
	private readonly url: string;
	private readonly token: string;
	private wake: (() => void) | undefined;
	private awaited = 0;

	constructor(url: string, token: string, writers: number) {
		this.url = url;
		this.token = token;
		this.writers = Array.from({ length: writers }, () => this.write());
	}

	/** Resolves when this many writes were answered well. */
	answered(count: number): Promise<void> {
		this.awaited = count;
		return new Promise((resolve) => {
			this.wake = resolve;
			this.check();
		});
	}

	async stop(): Promise<void> {
		this.running = false;
		await Promise.all(this.writers);
	}

	private check(): void {
		if (
			this.attempts.filter((attempt) => attempt.answer).length >= this.awaited
		)
			this.wake?.();
	}

	private async write(): Promise<void> {
		while (this.running) {
			const attempt: Attempt = {
				name: `g-${randomUUID()}`,
				key: randomUUID(),
				answer: undefined,
			};
			this.attempts.push(attempt);
			// A refusal is repeated under the same key, as a client should; no answer at all says that the server is gone.
			let status: number | undefined;
			do status = await send(this.url, this.token, attempt);
			while (this.running && status !== undefined && status !== 201);
			if (status === undefined) return;
			this.check();
		}
	}
}

/** Sends one write and keeps what a 2xx said. Answers the status, or undefined when there was no answer. */
export async function send(
	url: string,
	token: string,
	attempt: Attempt,
): Promise<number | undefined> {
	try {
		const { status, json } = await callServer(url, "POST", "/api/v1/groups", {
			token,
			body: { name: attempt.name },
			headers: { "idempotency-key": attempt.key },
		});
		if (status === 201) attempt.answer = { id: json.id, name: json.name };
		return status;
	} catch {
		return undefined;
	}
}
