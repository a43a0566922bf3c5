import type { Grid } from "./grid.ts";

/** Draws everything that is the same for all codes of a version (ISO/IEC 18004, 6.3), and keeps room for the format. */
export function drawPatterns(grid: Grid, version: number): void {
	const last = grid.size - 1;
	for (let i = 0; i <= last; i++) {
		grid.reserve(6, i, i % 2 === 0);
		grid.reserve(i, 6, i % 2 === 0);
	}
	drawAlignments(grid, version);
	drawFinder(grid, 3, 3);
	drawFinder(grid, last - 3, 3);
	drawFinder(grid, 3, last - 3);
	drawFormat(grid, 0);
	if (version >= 7) drawVersion(grid, version);
}

/** Three squares inside each other with a light rim, by the distance from the middle. */
function drawFinder(grid: Grid, centreX: number, centreY: number): void {
	for (let dy = -4; dy <= 4; dy++)
		for (let dx = -4; dx <= 4; dx++) {
			const distance = Math.max(Math.abs(dx), Math.abs(dy));
			grid.reserve(
				centreX + dx,
				centreY + dy,
				distance !== 2 && distance !== 4,
			);
		}
}

function drawAlignments(grid: Grid, version: number): void {
	const places = alignmentPlaces(version);
	const last = places.length - 1;
	for (const [row, y] of places.entries())
		for (const [column, x] of places.entries()) {
			const isCorner =
				(row === 0 && (column === 0 || column === last)) ||
				(row === last && column === 0);
			if (!isCorner) drawAlignment(grid, x, y);
		}
}

function drawAlignment(grid: Grid, centreX: number, centreY: number): void {
	for (let dy = -2; dy <= 2; dy++)
		for (let dx = -2; dx <= 2; dx++)
			grid.reserve(
				centreX + dx,
				centreY + dy,
				Math.max(Math.abs(dx), Math.abs(dy)) !== 1,
			);
}

/** From the sixth module to the seventh from the end, an even distance apart (annex E). */
function alignmentPlaces(version: number): number[] {
	if (version === 1) return [];
	const count = Math.floor(version / 7) + 2;
	const size = 17 + 4 * version;
	const step = Math.ceil((size - 13) / (2 * count - 2)) * 2;
	const rest = Array.from(
		{ length: count - 1 },
		(_, index) => size - 7 - index * step,
	);
	return [6, ...rest.reverse()];
}

/** The level of correction and the mask, twice, with a code of its own that bears three wrong bits (7.9). */
export function drawFormat(grid: Grid, mask: number): void {
	// Level M is written as 00, so the five bits are the mask alone.
	const bits = ((mask << 10) | remainder(mask, 0x537, 10)) ^ 0x5412;
	const isSet = (index: number) => ((bits >> index) & 1) === 1;
	const { size } = grid;
	for (let i = 0; i < 15; i++) {
		const upright = i < 6 ? i : i < 8 ? i + 1 : size - 15 + i;
		grid.reserve(8, upright, isSet(i));
		const level = i < 8 ? size - 1 - i : i === 8 ? 7 : 14 - i;
		grid.reserve(level, 8, isSet(i));
	}
	grid.reserve(8, size - 8, true);
}

/** Six bits of the version and twelve to correct them, beside two finders (7.10). */
function drawVersion(grid: Grid, version: number): void {
	const bits = (version << 12) | remainder(version, 0x1f25, 12);
	for (let i = 0; i < 18; i++) {
		const along = Math.floor(i / 3);
		const across = grid.size - 11 + (i % 3);
		const dark = ((bits >> i) & 1) === 1;
		grid.reserve(across, along, dark);
		grid.reserve(along, across, dark);
	}
}

/** What is left of a polynomial over two elements, moved up by the degree, when it is divided. */
function remainder(value: number, divisor: number, degree: number): number {
	let rest = value;
	for (let i = 0; i < degree; i++)
		rest = (rest << 1) ^ ((rest >> (degree - 1)) & 1 ? divisor : 0);
	return rest;
}
