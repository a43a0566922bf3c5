import type pg from "pg";

interface Stream {
	cork(): void;
	uncork(): void;
}

/**
 * Lets the messages that are sent to one connection before `later` leave in a single system call, which costs more
 * than making them.
 */
export class GatheredWrites {
	private readonly stream: Stream;
	private readonly later: (uncork: () => void) => void;
	private gathering = false;

	constructor(client: pg.Client, later: (uncork: () => void) => void) {
		this.stream = (
			client as unknown as { connection: { stream: Stream } }
		).connection.stream;
		this.later = later;
	}

	/** Call it before each message. */
	gather(): void {
		if (this.gathering) return;
		this.gathering = true;
		this.stream.cork();
		this.later(() => {
			this.gathering = false;
			this.stream.uncork();
		});
	}
}

/**
 * Whether an error says that the connection is gone: the system's word for it or none, or the server's own farewell
 * (SQLSTATE classes 08 and 57P). Anything else the server says, it says over a connection that stands.
 */
export function isConnectionLost(error: unknown): boolean {
	const { code = "" } = error as { code?: string };
	return !/^(?=.*\d)[0-9A-Z]{5}$/.test(code) || /^(08|57P)/.test(code);
}
