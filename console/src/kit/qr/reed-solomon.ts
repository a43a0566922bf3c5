/** Multiplies in the field of 256 elements that QR codes use (ISO/IEC 18004, polynomial 0x11d). */
function multiply(a: number, b: number): number {
	let product = 0;
	for (let bit = 7; bit >= 0; bit--) {
		product = (product << 1) ^ ((product >>> 7) * 0x11d);
		product ^= ((b >>> bit) & 1) * a;
	}
	return product;
}

/** The coefficients below the leading one of the generator polynomial of a degree. */
export function generatorOf(degree: number): number[] {
	const generator = new Array<number>(degree).fill(0);
	generator[degree - 1] = 1;
	let root = 1;
	for (let step = 0; step < degree; step++) {
		for (let at = 0; at < degree; at++)
			generator[at] =
				multiply(generator[at] ?? 0, root) ^ (generator[at + 1] ?? 0);
		root = multiply(root, 2);
	}
	return generator;
}

/** The codewords that let a reader mend damage in these. */
export function correctionOf(
	data: readonly number[],
	generator: readonly number[],
): number[] {
	const remainder = new Array<number>(generator.length).fill(0);
	for (const byte of data) {
		const factor = byte ^ (remainder.shift() ?? 0);
		remainder.push(0);
		generator.forEach((coefficient, at) => {
			remainder[at] = (remainder[at] ?? 0) ^ multiply(coefficient, factor);
		});
	}
	return remainder;
}
