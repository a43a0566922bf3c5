/** Ports of a rule: single ones or stretches. */
export interface Ports {
	ports: number[];
	port_ranges: { start: number; end: number }[];
}

const PORT_MAX = 65_535;

/** As people write them: `443`, `8000-8100`. */
export function portTexts({ ports, port_ranges }: Ports): string[] {
	return [
		...ports.map(String),
		...port_ranges.map(({ start, end }) =>
			start === end ? String(start) : `${start}-${end}`,
		),
	];
}

/** The other way round. The server takes single ports or stretches; with one stretch, all are written as such. */
export function portsOf(texts: readonly string[]): Ports {
	const ranges = texts.map(rangeOf).filter((range) => range !== undefined);
	return ranges.every(({ start, end }) => start === end)
		? { ports: ranges.map(({ start }) => start), port_ranges: [] }
		: { ports: [], port_ranges: ranges };
}

/** What is wrong with one. */
export function portFault(text: string): string | undefined {
	const range = rangeOf(text);
	if (!range) return "write a port, or two with a dash between";
	if (range.start < 1 || range.end > PORT_MAX)
		return `ports go from 1 to ${PORT_MAX}`;
	return range.start > range.end ? "the lower port comes first" : undefined;
}

function rangeOf(text: string): { start: number; end: number } | undefined {
	const [, start, end = start] =
		/^(\d{1,6})(?:[-–](\d{1,6}))?$/.exec(text) ?? [];
	return start === undefined
		? undefined
		: { start: Number(start), end: Number(end) };
}
