/** Bytes as WebAuthn writes them in JSON (RFC 4648, section 5, without padding). */
export function toBase64Url(bytes: ArrayBuffer): string {
	let text = "";
	for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
	return btoa(text)
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replaceAll("=", "");
}

export function fromBase64Url(text: string): ArrayBuffer {
	const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
	return Uint8Array.from(plain, (letter) => letter.charCodeAt(0)).buffer;
}
