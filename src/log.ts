import pino from "pino";

export type Log = pino.Logger;

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
	return pino(
		options,
		destination ??
			pino.destination({
				fd: 1,
				sync: false,
				minLength: 4096,
				periodicFlush: 100,
			}),
	);
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
