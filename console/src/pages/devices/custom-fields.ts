/** Fields of one's own as the form holds them: `rack=B4`. */
export function customLines(fields: Record<string, string>): string[] {
	return Object.entries(fields).map(([name, value]) => `${name}=${value}`);
}

/** The other way round; what has no name is left out. */
export function customFieldsOf(
	lines: readonly string[],
): Record<string, string> {
	return Object.fromEntries(
		lines.map(parted).filter(([name]) => name.length > 0),
	);
}

/** What is wrong with a line. */
export function customFault(line: string): string | undefined {
	const [name] = parted(line);
	return line.includes("=") && name !== ""
		? undefined
		: "write it as name=value";
}

function parted(line: string): [string, string] {
	const at = line.indexOf("=");
	return at < 0
		? [line.trim(), ""]
		: [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}
