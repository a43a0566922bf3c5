import { expect, test } from "vitest";
import { createPepper } from "../../src/kernel/credentials/pepper.ts";
import {
	openSecret,
	sealSecret,
} from "../../src/kernel/credentials/secret-box.ts";

const oldKey = Buffer.alloc(32, 1);
const pepper = createPepper(new Map([[1, oldKey]]));
const TEXT = "JBSWY3DPEHPK3PXP – ünïcode";

test("a sealed secret opens for the purpose it was sealed for", () => {
	const { sealed, pepperVersion } = sealSecret(pepper, "totp:7:42", TEXT);
	expect(pepperVersion).toBe(1);
	expect(openSecret(pepper, "totp:7:42", sealed, pepperVersion)).toBe(TEXT);
	expect(openSecret(pepper, "e", sealSecret(pepper, "e", "").sealed, 1)).toBe(
		"",
	);
});

test("what is stored shows nothing of the text, and never twice the same", () => {
	const one = sealSecret(pepper, "totp:7:42", TEXT).sealed;
	const two = sealSecret(pepper, "totp:7:42", TEXT).sealed;
	expect(one.includes(Buffer.from("JBSWY3DP"))).toBe(false);
	expect(one.equals(two)).toBe(false);
	expect(one.subarray(0, 12).equals(two.subarray(0, 12))).toBe(false);
});

test("a secret moved to another row or used for another purpose does not open", () => {
	const { sealed } = sealSecret(pepper, "totp:7:42", TEXT);
	for (const elsewhere of ["totp:7:43", "totp:8:42", "oidc:7", ""])
		expect(() => openSecret(pepper, elsewhere, sealed, 1)).toThrow(
			"does not open",
		);
});

test("a secret with any byte changed, cut or added does not open", () => {
	const { sealed } = sealSecret(pepper, "totp:7:42", TEXT);
	for (let at = 0; at < sealed.length; at++) {
		const changed = Buffer.from(sealed);
		changed[at] = (changed[at] as number) ^ 1;
		expect(() => openSecret(pepper, "totp:7:42", changed, 1)).toThrow(
			"does not open",
		);
	}
	for (const length of [0, 5, 27, sealed.length - 1])
		expect(() =>
			openSecret(pepper, "totp:7:42", sealed.subarray(0, length), 1),
		).toThrow("does not open");
	const longer = Buffer.concat([sealed, Buffer.of(0)]);
	expect(() => openSecret(pepper, "totp:7:42", longer, 1)).toThrow(
		"does not open",
	);
});

test("a new pepper seals what is new and still opens what the old one sealed", () => {
	const rotated = createPepper(
		new Map([
			[1, oldKey],
			[2, Buffer.alloc(32, 2)],
		]),
	);
	const { sealed } = sealSecret(pepper, "oidc:7", TEXT);
	expect(openSecret(rotated, "oidc:7", sealed, 1)).toBe(TEXT);
	expect(sealSecret(rotated, "oidc:7", TEXT).pepperVersion).toBe(2);
	expect(() => openSecret(rotated, "oidc:7", sealed, 2)).toThrow(
		"does not open",
	);
});

test("a missing pepper says which version is missing, and nothing of the secret", () => {
	const other = createPepper(new Map([[3, Buffer.alloc(32, 3)]]));
	const { sealed } = sealSecret(pepper, "oidc:7", TEXT);
	expect(() => openSecret(other, "oidc:7", sealed, 1)).toThrow(
		"pepper version 1 is missing from this server",
	);
	const impostor = createPepper(new Map([[1, Buffer.alloc(32, 9)]]));
	expect(() => openSecret(impostor, "oidc:7", sealed, 1)).toThrow(
		/oidc:7.*does not open/,
	);
});
