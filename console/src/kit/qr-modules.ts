import { encode } from "uqr";

/**
 * The modules of a QR code, row by row; true is dark. Level M, which still reads when a seventh of it is lost.
 *
 * @throws RangeError when the text has more than 2331 bytes
 */
export function qrModules(text: string): boolean[][] {
	return encode(text, { ecc: "M", boostEcc: false, border: 0 }).data;
}
