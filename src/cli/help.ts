import { type Command, commands } from "./commands.ts";
import { UsageError } from "./usage.ts";

/** The help of one command, or of all. @throws UsageError for a command there is not */
export function help(name: string | undefined): string {
	if (name === undefined) return overview();
	if (!Object.hasOwn(commands, name))
		throw new UsageError(`reeve has no command ${JSON.stringify(name)}`);
	const command: Command = commands[name as keyof typeof commands];
	const options = columns(Object.entries(command.options));
	return [
		command.summary,
		"",
		`  ${command.usage}`,
		...(options ? ["", options] : []),
	].join("\n");
}

function overview(): string {
	const rows = Object.entries(commands).map(
		([name, command]): [string, string] => [name, command.summary],
	);
	return [
		"Reeve: a control plane for managed service providers.",
		"",
		"  reeve COMMAND [options]",
		"",
		columns(rows),
		"",
		'Run "reeve help COMMAND" for its options.',
	].join("\n");
}

function columns(rows: readonly (readonly [string, string])[]): string {
	const width = Math.max(0, ...rows.map(([left]) => left.length)) + 2;
	return rows
		.map(([left, right]) => `  ${left.padEnd(width)}${right}`)
		.join("\n");
}
