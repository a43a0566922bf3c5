import { type Grid, isDark, isFixed, setDark } from "./grid.ts";

type Rule = (x: number, y: number) => boolean;

/** The eight masks (ISO/IEC 18004, 7.8.2). */
const RULES: readonly Rule[] = [
	(x, y) => (x + y) % 2 === 0,
	(_, y) => y % 2 === 0,
	(x) => x % 3 === 0,
	(x, y) => (x + y) % 3 === 0,
	(x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
	(x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
	(x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
	(x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

export const MASKS = RULES.length;

/** Turns over what the mask says; a second time turns it back. */
export function applyMask(grid: Grid, mask: number): void {
	const rule = RULES[mask];
	for (let y = 0; y < grid.size; y++)
		for (let x = 0; x < grid.size; x++)
			if (!isFixed(grid, x, y) && rule?.(x, y))
				setDark(grid, x, y, !isDark(grid, x, y));
}

/** How hard a reader would have it: less is better (7.8.3). */
export function penaltyOf(grid: Grid): number {
	const { size } = grid;
	let penalty = 0;
	let darkCount = 0;
	for (let a = 0; a < size; a++) {
		const row = line(size, (b) => isDark(grid, b, a));
		const column = line(size, (b) => isDark(grid, a, b));
		penalty += linePenalty(row) + linePenalty(column);
		darkCount += row.split("1").length - 1;
	}
	const share = (darkCount * 20) / (size * size);
	const steps = Math.max(Math.ceil(Math.abs(share - 10)) - 1, 0);
	return penalty + squares(grid) * 3 + steps * 10;
}

function line(size: number, at: (index: number) => boolean): string {
	return Array.from({ length: size }, (_, index) =>
		at(index) ? "1" : "0",
	).join("");
}

/** Long runs of one colour, and what looks like a finder. */
function linePenalty(text: string): number {
	let penalty = 0;
	for (const run of text.match(/1{5,}|0{5,}/g) ?? []) penalty += run.length - 2;
	const finders = text.match(/(?=10111010000|00001011101)/g);
	return penalty + (finders?.length ?? 0) * 40;
}

/** Squares of two by two in one colour. */
function squares({ size, dark }: Grid): number {
	let count = 0;
	for (let y = 0; y < size - 1; y++)
		for (let x = 0; x < size - 1; x++) {
			const colour = dark[y]?.[x];
			if (
				dark[y]?.[x + 1] === colour &&
				dark[y + 1]?.[x] === colour &&
				dark[y + 1]?.[x + 1] === colour
			)
				count++;
		}
	return count;
}
