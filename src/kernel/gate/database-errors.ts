import { ReeveError, unavailable } from "../errors.ts";

interface PostgresError extends Error {
	code?: string;
	table?: string;
	constraint?: string;
}

const CONNECTION_CODES = new Set([
	"ECONNREFUSED",
	"ECONNRESET",
	"ENOENT",
	"EPIPE",
	"ETIMEDOUT",
]);

/**
 * Turns what the database says into what a caller may know. Handlers check for what they expect; this is for races
 * between two of them and for a database that is away. The original stays as the cause, for the log.
 */
export function fromDatabase(error: unknown): unknown {
	if (error instanceof ReeveError || !(error instanceof Error)) return error;
	const { code = "" } = error as PostgresError;
	if (isAway(error, code))
		return unavailable(
			"The server is not ready; try again in a moment.",
			error,
		);
	if (code === "23505")
		return new ReeveError(
			"conflict",
			"Something with the same identity exists already.",
			{ reason: "exists", cause: error },
		);
	if (code === "23503")
		return new ReeveError(
			"conflict",
			"Something named here is gone, or something still refers to this.",
			{ reason: "in_use", cause: error },
		);
	if (code === "23514" || code === "22001")
		return new ReeveError("invalid", "A field is outside its limits.", {
			reason: "range",
			cause: error,
		});
	if (code === "22021" || code === "22P05")
		return new ReeveError(
			"invalid",
			"Text may not contain the NUL character.",
			{ reason: "text", cause: error },
		);
	if (code === "22003" || code === "22P02")
		return new ReeveError("invalid", "A number is outside its range.", {
			reason: "range",
			cause: error,
		});
	return error;
}

/** Whether running the same transaction again may succeed: it was chosen to break a deadlock or a race. */
export function isRetriable(error: unknown): boolean {
	const code = (error as PostgresError | undefined)?.code;
	return code === "40P01" || code === "40001";
}

function isAway(error: Error, code: string): boolean {
	if (
		CONNECTION_CODES.has(code) ||
		code.startsWith("08") ||
		/^57P0[1-5]$/.test(code) ||
		code === "53300" ||
		code === "57014" ||
		code === "25P03"
	)
		return true;
	return /Connection terminated|not queryable|connection timeout|timeout exceeded when trying to connect|was closed/i.test(
		error.message,
	);
}
