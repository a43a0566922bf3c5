import { commands, findCommand } from "./commands.ts";

/** The help of the command that these words name, or of all. @throws UsageError for a command there is not */
export function help(words: readonly string[]): string {
	if (words.length === 0) return overview();
	const { command } = findCommand(words);
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
