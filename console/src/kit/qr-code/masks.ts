import type { Grid } from "./grid.ts";

/** The eight ways to turn modules over, so that no code looks like a finder or like nothing (ISO/IEC 18004, 7.8.2). */
export const masks: readonly ((x: number, y: number) => boolean)[] = [
	(x, y) => (x + y) % 2 === 0,
	(_x, y) => y % 2 === 0,
	(x) => x % 3 === 0,
	(x, y) => (x + y) % 3 === 0,
	(x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
	(x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
	(x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
	(x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Turns over what is data. Done twice it is undone. */
export function applyMask(grid: Grid, mask: number): void {
	const turns = masks[mask];
	for (let y = 0; y < grid.size; y++)
		for (let x = 0; x < grid.size; x++)
			if (!grid.isReserved(x, y) && turns?.(x, y))
				grid.set(x, y, !grid.isDark(x, y));
}

/** How hard a code is to read: runs, blocks, what looks like a finder, and too much of one shade (7.8.3). */
export function penaltyOf(grid: Grid): number {
	return lines(grid).reduce(
		(sum, line) => sum + runPenalty(line) + finderPenalty(line),
		blockPenalty(grid) + shadePenalty(grid),
	);
}

/** Each row and each column as text of 0 and 1. */
function lines({ size, isDark }: Grid): string[] {
	const places = Array.from({ length: size }, (_, index) => index);
	const line = (dark: (index: number) => boolean) =>
		places.map((index) => (dark(index) ? "1" : "0")).join("");
	return places.flatMap((fixed) => [
		line((x) => isDark(x, fixed)),
		line((y) => isDark(fixed, y)),
	]);
}

function runPenalty(line: string): number {
	const runs = line.match(/0{5,}|1{5,}/g) ?? [];
	return runs.reduce((sum, run) => sum + run.length - 2, 0);
}

function finderPenalty(line: string): number {
	const found = line.match(/(?=10111010000|00001011101)/g) ?? [];
	return found.length * 40;
}

function blockPenalty({ size, isDark }: Grid): number {
	let blocks = 0;
	for (let y = 1; y < size; y++)
		for (let x = 1; x < size; x++) {
			const dark = isDark(x, y);
			if (
				isDark(x - 1, y) === dark &&
				isDark(x, y - 1) === dark &&
				isDark(x - 1, y - 1) === dark
			)
				blocks++;
		}
	return blocks * 3;
}

function shadePenalty({ size, isDark }: Grid): number {
	let dark = 0;
	for (let y = 0; y < size; y++)
		for (let x = 0; x < size; x++) if (isDark(x, y)) dark++;
	const percent = (dark * 100) / (size * size);
	return Math.floor(Math.abs(percent - 50) / 5) * 10;
}
