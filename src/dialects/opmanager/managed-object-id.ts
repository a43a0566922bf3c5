/**
 * Every probe numbers what it owns within a range of its own, and its id is the first of that range; what belongs to no
 * probe lies in the range before the first. All of it stays below 2^53.
 */
const RANGE = 10_000_000_000;

interface Owned {
	id: string;
	name: string;
	probe_number: number | null;
}

export function managedObjectId({ id, probe_number }: Owned): number {
	return (probe_number ?? 0) * RANGE + Number(id);
}

export function probeIdText(number: number): string {
	return String(number * RANGE + 1);
}

/** The probe in whose range an id lies; 0 for none. */
export function probeNumberOf(id: number): number {
	return Math.floor(id / RANGE);
}

/** The name of a device as a central shows it: what a probe owns has the id of that probe behind it. */
export function deviceNameOf({ name, probe_number }: Owned): string {
	return probe_number === null ? name : `${name}.${probeIdText(probe_number)}`;
}

/** Undoes {@link deviceNameOf}. */
export function namedDevice(text: string): {
	name: string;
	probe_number?: number;
} {
	const [, name = "", id = "0"] = /^(.+)\.(\d{11,16})$/.exec(text) ?? [];
	return Number(id) % RANGE === 1
		? { name, probe_number: probeNumberOf(Number(id)) }
		: { name: text };
}
