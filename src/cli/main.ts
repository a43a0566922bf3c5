import { ConfigError } from "../config.ts";
import { EngineError } from "../db/index.ts";
import { ReeveError } from "../kernel/errors.ts";
import { findCommand } from "./commands.ts";
import { help } from "./help.ts";
import { UsageError } from "./usage.ts";

/** Runs one command of `reeve` and answers the exit status: 0 done, 1 failed, 2 misused. */
async function run(args: readonly string[]): Promise<number> {
	const [first = "help", ...words] = args;
	if (first === "--help" || first === "-h" || first === "help")
		return print(help(words));
	if (first === "--version" || first === "-v") return run(["version"]);
	const found = findCommand(args);
	if (found.args.includes("--help") || found.args.includes("-h"))
		return print(help([found.name]));
	return found.command.run(found.args);
}

function print(text: string): number {
	process.stdout.write(`${text}\n`);
	return 0;
}

/** What went wrong, in words for the person at the terminal; a stack only for what we did not foresee. */
function explain(error: unknown): number {
	if (
		error instanceof UsageError ||
		(error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS")
	) {
		process.stderr.write(
			`${(error as Error).message}\nRun "reeve help" for the commands.\n`,
		);
		return 2;
	}
	const foreseen =
		error instanceof ConfigError ||
		error instanceof EngineError ||
		error instanceof ReeveError;
	const text =
		error instanceof Error
			? foreseen || !error.stack
				? error.message
				: plain(error)
			: String(error);
	process.stderr.write(`reeve: ${text}\n`);
	return 1;
}

function plain(error: Error): string {
	const { code } = error as { code?: string };
	if (code === "EADDRINUSE")
		return `${error.message}. Another program listens there; choose another port with --port.`;
	return process.env.REEVE_LOG_LEVEL === "debug"
		? (error.stack ?? error.message)
		: error.message;
}

run(process.argv.slice(2)).then(
	(status) => {
		process.exitCode = status;
	},
	(error: unknown) => {
		process.exitCode = explain(error);
	},
);
