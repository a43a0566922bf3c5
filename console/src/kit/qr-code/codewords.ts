import { correctionOf } from "./reed-solomon.ts";

/**
 * Error correction of level M, by version from 1 on (ISO/IEC 18004, table 9): codewords for it in each block, and
 * blocks. Twenty versions hold 666 bytes, far more than any address that is shown as a code.
 */
const correctionPerBlock = [
	10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26,
	26,
];
const blockCounts = [
	1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
];

/** What the modules of a code say, row by row once they are laid out. */
export interface Codewords {
	/** 1 to 20; a code has 17 + 4 × version modules a side. */
	version: number;
	bytes: Uint8Array;
}

/** The smallest code that holds a text: its bytes as data codewords, padded, with their correction, interleaved. */
export function codewordsOf(text: string): Codewords {
	const content = new TextEncoder().encode(text);
	for (let version = 1; version <= blockCounts.length; version++) {
		const shape = shapeOf(version);
		const room = shape.codewords - shape.blocks * shape.correction;
		if (content.length + (version < 10 ? 2 : 3) > room) continue;
		const data = dataCodewords(content, version, room);
		return { version, bytes: interleaved(data, shape) };
	}
	throw new RangeError(`${content.length} bytes are too many for a code`);
}

interface Shape {
	/** Of data and correction together. */
	codewords: number;
	blocks: number;
	/** In each block. */
	correction: number;
}

function shapeOf(version: number): Shape {
	return {
		codewords: Math.floor(modulesForCodewords(version) / 8),
		blocks: blockCounts[version - 1] ?? 1,
		correction: correctionPerBlock[version - 1] ?? 0,
	};
}

/** The square less finders, timing, alignment, format and version. */
function modulesForCodewords(version: number): number {
	const square = (16 * version + 128) * version + 64;
	if (version === 1) return square;
	const alignments = Math.floor(version / 7) + 2;
	const pattern = (25 * alignments - 10) * alignments - 55;
	return square - pattern - (version >= 7 ? 36 : 0);
}

const BYTE_MODE = 0b0100;

/** Mode, length, content, four zero bits, then two bytes in turn until the room is full. */
function dataCodewords(
	content: Uint8Array,
	version: number,
	room: number,
): Uint8Array {
	const bits: number[] = [];
	const put = (value: number, length: number) => {
		for (let bit = length - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
	};
	put(BYTE_MODE, 4);
	put(content.length, version < 10 ? 8 : 16);
	for (const byte of content) put(byte, 8);
	put(0, 4);
	const data = new Uint8Array(room);
	for (const [index, bit] of bits.entries())
		data[index >> 3] = (data[index >> 3] ?? 0) | (bit << (7 - (index & 7)));
	const used = Math.ceil(bits.length / 8);
	for (let i = used; i < room; i++)
		data[i] = (i - used) % 2 === 0 ? 0xec : 0x11;
	return data;
}

/** Blocks of nearly one length, the shorter ones first; then the first bytes of all, the second ones, and so on. */
function interleaved(data: Uint8Array, shape: Shape): Uint8Array {
	const { blocks, correction } = shape;
	const shortLength = Math.floor(data.length / blocks);
	const shortBlocks = blocks - (data.length % blocks);
	const parts = Array.from({ length: blocks }, (_, index) => {
		const start = index * shortLength + Math.max(0, index - shortBlocks);
		const length = shortLength + (index < shortBlocks ? 0 : 1);
		return data.subarray(start, start + length);
	});
	const corrections = parts.map((part) => correctionOf(part, correction));
	return Uint8Array.from([...columns(parts), ...columns(corrections)]);
}

function columns(rows: readonly Uint8Array[]): number[] {
	const length = Math.max(...rows.map((row) => row.length));
	return Array.from({ length }, (_, column) =>
		rows.flatMap((row) => (column < row.length ? [row[column] ?? 0] : [])),
	).flat();
}
