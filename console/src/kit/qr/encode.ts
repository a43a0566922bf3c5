import { codewordsOf } from "./codewords.ts";
import { emptyGrid, type Grid, isFixed, setDark } from "./grid.ts";
import { applyMask, MASKS, penaltyOf } from "./mask.ts";
import { drawFormat, drawPatterns } from "./patterns.ts";

/**
 * Text as a QR code (ISO/IEC 18004): UTF-8 in byte mode, correction level M, which bears 15 % of damage.
 *
 * @returns rows of modules, true is dark, without the quiet zone of four modules that readers need
 * @throws RangeError beyond 2331 bytes
 */
export function encodeQr(text: string): boolean[][] {
	const { version, codewords } = codewordsOf(text);
	const grid = emptyGrid(version);
	drawPatterns(grid, version);
	drawCodewords(grid, codewords);
	const mask = easiestMask(grid);
	applyMask(grid, mask);
	drawFormat(grid, mask);
	return grid.dark;
}

/** Up and down in columns of two, from the right, around what is fixed. */
function drawCodewords(grid: Grid, codewords: readonly number[]): void {
	const { size } = grid;
	let at = 0;
	for (let right = size - 1; right >= 1; right -= 2) {
		if (right === 6) right = 5;
		const isUpward = ((right + 1) & 2) === 0;
		for (let step = 0; step < size; step++) {
			const y = isUpward ? size - 1 - step : step;
			for (const x of [right, right - 1]) {
				if (isFixed(grid, x, y)) continue;
				const word = codewords[at >>> 3] ?? 0;
				setDark(grid, x, y, ((word >>> (7 - (at & 7))) & 1) === 1);
				at++;
			}
		}
	}
}

function easiestMask(grid: Grid): number {
	let best = 0;
	let least = Infinity;
	for (let mask = 0; mask < MASKS; mask++) {
		applyMask(grid, mask);
		drawFormat(grid, mask);
		const penalty = penaltyOf(grid);
		applyMask(grid, mask);
		if (penalty < least) {
			best = mask;
			least = penalty;
		}
	}
	return best;
}
