/** Powers of 2 in the field of 256 that QR codes reckon in (ISO/IEC 18004, 7.5.2), and their logarithms. */
const powers = new Uint8Array(255);
const logarithms = new Uint8Array(256);
for (let exponent = 0, value = 1; exponent < 255; exponent++) {
	powers[exponent] = value;
	logarithms[value] = exponent;
	value = (value << 1) ^ (value >= 128 ? 0x11d : 0);
}

/** The product of two elements of the field. */
export function multiply(a: number, b: number): number {
	if (a === 0 || b === 0) return 0;
	const exponent = at(logarithms, a) + at(logarithms, b);
	return at(powers, exponent % 255);
}

/** The product of (x − 2⁰) … (x − 2ⁿ⁻¹), its leading 1 left out, highest power first. */
function generator(degree: number): Uint8Array {
	const polynomial = new Uint8Array(degree);
	polynomial[degree - 1] = 1;
	for (let root = 0; root < degree; root++)
		for (let i = 0; i < degree; i++)
			polynomial[i] =
				multiply(at(polynomial, i), at(powers, root)) ^
				(polynomial[i + 1] ?? 0);
	return polynomial;
}

/** The error correction codewords of one block: what is left when its data is divided by the generator. */
export function correctionOf(data: Uint8Array, count: number): Uint8Array {
	const divisor = generator(count);
	const rest = new Uint8Array(count);
	for (const byte of data) {
		const factor = byte ^ at(rest, 0);
		rest.copyWithin(0, 1);
		rest[count - 1] = 0;
		for (let i = 0; i < count; i++)
			rest[i] = at(rest, i) ^ multiply(at(divisor, i), factor);
	}
	return rest;
}

function at(bytes: Uint8Array, index: number): number {
	return bytes[index] ?? 0;
}
