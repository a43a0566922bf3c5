import { ConfigError } from "../config.ts";
import { EngineError } from "../db/index.ts";
import { ReeveError } from "../kernel/errors.ts";
import { type Command, commands } from "./commands.ts";
import { help } from "./help.ts";
import { UsageError } from "./usage.ts";

/** Runs one command of `reeve` and answers the exit status: 0 done, 1 failed, 2 misused. */
async function run(args: readonly string[]): Promise<number> {
	const [name = "help", ...rest] = args;
	if (name === "--help" || name === "-h" || name === "help")
		return print(help(rest[0]));
	if (name === "--version" || name === "-v") return commands.version.run();
	const command: Command | undefined = Object.hasOwn(commands, name)
		? commands[name as keyof typeof commands]
		: undefined;
	if (!command)
		throw new UsageError(`reeve has no command ${JSON.stringify(name)}`);
	if (rest.includes("--help") || rest.includes("-h")) return print(help(name));
	return command.run(rest);
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
