import pino from "pino";

export interface Log extends pino.Logger {
	/** The one line that an answered request leaves, at level info. */
	request(facts: RequestFacts): void;
}

export interface RequestFacts {
	id: string;
	method: string;
	/** Without what may hold a secret. */
	path: string;
	status: number;
	ms: number;
	/** Where it ran; undefined when it was not let in. */
	account: string | undefined;
	address: string;
}

/**
 * One line an event, written in batches at most a tenth of a second late. What may hold a secret is censored by name, wherever an object puts it; a request's
 * line carries its path without the query, because a vendor's clients send keys there.
 */
export function createLog(
	level: string,
	destination?: pino.DestinationStream,
): Log {
	const options: pino.LoggerOptions = {
		level,
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		formatters: { level: (label) => ({ level: label }) },
		redact: {
			paths: [
				"secret",
				"password",
				"token",
				"apikey",
				"authorization",
				"*.secret",
				"*.password",
				"*.token",
				"*.apikey",
				"*.authorization",
				"*.connectionString",
			],
			censor: "[redacted]",
		},
		serializers: { err: errorFacts },
	};
	const out =
		destination ??
		pino.destination({
			fd: 1,
			sync: false,
			minLength: 16_000,
			periodicFlush: 100,
		});
	const log = pino(options, out);
	return Object.assign(log, {
		request(facts: RequestFacts) {
			if (log.isLevelEnabled("info")) out.write(requestLine(facts));
		},
	});
}

/** Written out by hand: it is the only line on the request path, and the logger's general way costs ten times as much. */
function requestLine(facts: RequestFacts): string {
	const { id, method, path, status, ms, account, address } = facts;
	const where =
		account === undefined ? "" : `"account":${JSON.stringify(account)},`;
	return `{"level":"info","time":"${new Date().toISOString()}","id":"${id}","method":"${method}","path":${JSON.stringify(path)},"status":${status},"ms":${ms.toFixed(1)},${where}"address":${JSON.stringify(address)},"msg":"request"}\n`;
}

interface ErrorFacts {
	type: string;
	message: string;
	code?: string;
	stack?: string;
	cause?: ErrorFacts;
}

/** What a log keeps of an error: never the statement's values, which Postgres puts into `detail`. */
function errorFacts(error: unknown, depth = 0): ErrorFacts {
	if (!(error instanceof Error))
		return { type: typeof error, message: String(error) };
	const facts: ErrorFacts = { type: error.name, message: error.message };
	const { code } = error as { code?: unknown };
	if (typeof code === "string") facts.code = code;
	if (error.stack)
		facts.stack = error.stack
			.split("\n")
			.slice(1, 8)
			.map((line) => line.trim())
			.join(" < ");
	if (error.cause !== undefined && depth < 3)
		facts.cause = errorFacts(error.cause, depth + 1);
	return facts;
}
