import { codewordsOf } from "./codewords.ts";
import { type Grid, newGrid } from "./grid.ts";
import { applyMask, masks, penaltyOf } from "./masks.ts";
import { drawFormat, drawPatterns } from "./patterns.ts";

/**
 * A text as a QR code of error correction level M (ISO/IEC 18004).
 *
 * @throws RangeError when it has more than 666 bytes
 */
export function qrCode(text: string): Grid {
	const { version, bytes } = codewordsOf(text);
	const grid = newGrid(17 + 4 * version);
	drawPatterns(grid, version);
	placeBytes(grid, bytes);
	const best = bestMask(grid);
	drawFormat(grid, best);
	applyMask(grid, best);
	return grid;
}

/** Upwards and downwards in turn through columns of two, from the right, around what is reserved (7.7.3). */
function placeBytes(grid: Grid, bytes: Uint8Array): void {
	const { size } = grid;
	let index = 0;
	let isUpwards = true;
	for (let right = size - 1; right > 0; right -= 2) {
		if (right === 6) right--;
		for (let step = 0; step < size; step++) {
			const y = isUpwards ? size - 1 - step : step;
			for (const x of [right, right - 1]) {
				if (grid.isReserved(x, y)) continue;
				const byte = bytes[index >> 3] ?? 0;
				grid.set(x, y, ((byte >> (7 - (index & 7))) & 1) === 1);
				index++;
			}
		}
		isUpwards = !isUpwards;
	}
}

function bestMask(grid: Grid): number {
	const penalties = masks.map((_, mask) => {
		drawFormat(grid, mask);
		applyMask(grid, mask);
		const penalty = penaltyOf(grid);
		applyMask(grid, mask);
		return penalty;
	});
	return penalties.indexOf(Math.min(...penalties));
}
