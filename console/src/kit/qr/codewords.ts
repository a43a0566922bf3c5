import { correctionOf, generatorOf } from "./reed-solomon.ts";

/** Codewords of correction in a block at level M, by version (ISO/IEC 18004, table 9). */
const CORRECTION = [
	10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26,
	26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
	28, 28,
];

/** Blocks at level M, by version (the same table). */
const BLOCKS = [
	1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18,
	20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
];

/** Bits of the field that says how many bytes follow. */
function lengthBits(version: number): number {
	return version < 10 ? 8 : 16;
}

/** Modules of a version that carry codewords. */
function dataModules(version: number): number {
	let modules = (16 * version + 128) * version + 64;
	if (version >= 2) {
		const alignments = Math.floor(version / 7) + 2;
		modules -= (25 * alignments - 10) * alignments - 55;
	}
	return version >= 7 ? modules - 36 : modules;
}

function capacityOf(version: number): number {
	const correction =
		(CORRECTION[version - 1] ?? 0) * (BLOCKS[version - 1] ?? 0);
	return Math.floor(dataModules(version) / 8) - correction;
}

/**
 * Text as the codewords of the smallest QR code that holds it, at correction level M.
 *
 * @throws RangeError beyond 2331 bytes
 */
export function codewordsOf(text: string): {
	version: number;
	codewords: number[];
} {
	const bytes = new TextEncoder().encode(text);
	for (let version = 1; version <= 40; version++) {
		const bits = 4 + lengthBits(version) + bytes.length * 8;
		if (bits <= capacityOf(version) * 8)
			return {
				version,
				codewords: interleave(padded(bytes, version), version),
			};
	}
	throw new RangeError("The text is too long for a QR code.");
}

/** Mode, length, bytes, end, and filling up to the capacity. */
function padded(bytes: Uint8Array, version: number): number[] {
	const bits: number[] = [];
	const append = (value: number, count: number) => {
		for (let bit = count - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1);
	};
	append(0b0100, 4);
	append(bytes.length, lengthBits(version));
	for (const byte of bytes) append(byte, 8);
	const capacity = capacityOf(version) * 8;
	append(0, Math.min(4, capacity - bits.length));
	append(0, (8 - (bits.length % 8)) % 8);
	for (let filler = 0xec; bits.length < capacity; filler ^= 0xec ^ 0x11)
		append(filler, 8);
	const words: number[] = [];
	for (let at = 0; at < bits.length; at += 8)
		words.push(Number.parseInt(bits.slice(at, at + 8).join(""), 2));
	return words;
}

/** Parts the words into blocks, adds each block's correction, and takes them in turn. */
function interleave(words: readonly number[], version: number): number[] {
	const blocks = BLOCKS[version - 1] ?? 1;
	const generator = generatorOf(CORRECTION[version - 1] ?? 0);
	const shortLength = Math.floor(words.length / blocks);
	const longFrom = blocks - (words.length % blocks);
	const data: number[][] = [];
	for (let block = 0, at = 0; block < blocks; block++) {
		const length = shortLength + (block >= longFrom ? 1 : 0);
		data.push(words.slice(at, at + length));
		at += length;
	}
	const corrections = data.map((block) => correctionOf(block, generator));
	return [...inTurn(data), ...inTurn(corrections)];
}

function inTurn(blocks: readonly number[][]): number[] {
	const longest = Math.max(...blocks.map((block) => block.length));
	const words: number[] = [];
	for (let at = 0; at < longest; at++)
		for (const block of blocks) {
			const word = block[at];
			if (word !== undefined) words.push(word);
		}
	return words;
}
