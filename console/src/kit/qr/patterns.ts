import { type Grid, setFixed } from "./grid.ts";

/** Draws what is the same in every code of a version, and keeps the places of the format (ISO/IEC 18004, 6.3). */
export function drawPatterns(grid: Grid, version: number): void {
	const { size } = grid;
	for (let at = 0; at < size; at++) {
		setFixed(grid, 6, at, at % 2 === 0);
		setFixed(grid, at, 6, at % 2 === 0);
	}
	for (const [x, y] of [
		[3, 3],
		[size - 4, 3],
		[3, size - 4],
	] as const)
		drawFinder(grid, x, y);
	drawAlignments(grid, version);
	drawFormat(grid, 0);
	drawVersion(grid, version);
}

function drawFinder(grid: Grid, centreX: number, centreY: number): void {
	for (let dy = -4; dy <= 4; dy++)
		for (let dx = -4; dx <= 4; dx++) {
			const ring = Math.max(Math.abs(dx), Math.abs(dy));
			setFixed(grid, centreX + dx, centreY + dy, ring !== 2 && ring !== 4);
		}
}

function drawAlignments(grid: Grid, version: number): void {
	const places = alignmentPlaces(version);
	const last = places.length - 1;
	places.forEach((y, row) => {
		places.forEach((x, column) => {
			const isOnFinder =
				(row === 0 && column === 0) ||
				(row === 0 && column === last) ||
				(row === last && column === 0);
			if (!isOnFinder) drawAlignment(grid, x, y);
		});
	});
}

function drawAlignment(grid: Grid, centreX: number, centreY: number): void {
	for (let dy = -2; dy <= 2; dy++)
		for (let dx = -2; dx <= 2; dx++) {
			const ring = Math.max(Math.abs(dx), Math.abs(dy));
			setFixed(grid, centreX + dx, centreY + dy, ring !== 1);
		}
}

function alignmentPlaces(version: number): number[] {
	if (version === 1) return [];
	const count = Math.floor(version / 7) + 2;
	const step =
		version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
	const last = 17 + 4 * version - 7;
	const others = Array.from({ length: count - 1 }, (_, at) => last - at * step);
	return [6, ...others.reverse()];
}

/** Level M and the mask, twice, with their own correction (7.9). */
export function drawFormat(grid: Grid, mask: number): void {
	let rest = mask;
	for (let step = 0; step < 10; step++)
		rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
	const bits = ((mask << 10) | rest) ^ 0x5412;
	const bit = (at: number) => ((bits >>> at) & 1) === 1;
	const { size } = grid;
	for (let at = 0; at < 15; at++) {
		const along = at < 6 ? at : at < 8 ? at + 1 : 14 - at;
		if (at < 8) setFixed(grid, 8, along, bit(at));
		else setFixed(grid, at === 8 ? 7 : along, 8, bit(at));
		if (at < 8) setFixed(grid, size - 1 - at, 8, bit(at));
		else setFixed(grid, 8, size - 15 + at, bit(at));
	}
	setFixed(grid, 8, size - 8, true);
}

/** From version 7 on the version itself, twice (7.10). */
function drawVersion(grid: Grid, version: number): void {
	if (version < 7) return;
	let rest = version;
	for (let step = 0; step < 12; step++)
		rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
	const bits = (version << 12) | rest;
	for (let at = 0; at < 18; at++) {
		const dark = ((bits >>> at) & 1) === 1;
		const far = grid.size - 11 + (at % 3);
		const near = Math.floor(at / 3);
		setFixed(grid, far, near, dark);
		setFixed(grid, near, far, dark);
	}
}
