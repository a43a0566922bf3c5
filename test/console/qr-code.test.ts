import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { qrModules } from "../../console/src/kit/qr-modules.ts";

const setUpUrl =
	"otpauth://totp/Reeve:ada%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Reeve";

/** Digests of the modules at level M, as bytes. Encoders may differ in the mask they choose. */
const known: [string, number, string][] = [
	[
		"Reeve",
		1,
		"f768102c9dd5269151b5c4e0709bc901a82c3e0e08b5f3bddb35540446b32835",
	],
	[
		setUpUrl,
		6,
		"5c42733d77dd3ef1bc6751fffd9689b018e1c35bcbe50be1833ac96e63f9884b",
	],
	[
		"grüße ✓ ".repeat(20),
		11,
		"6f72c00382896d6959a19bc6336d136121a8e17bc1d526f68499178edcc70311",
	],
	[
		"abcdefghij".repeat(60),
		19,
		"a230cdc27529857c480708a0bd961645f1d96ab4a9404214fc89854df9cc4f31",
	],
	[
		"x".repeat(2331),
		40,
		"b79a2ade5122c29ec45a888fb0ff276e5ad3012fce208565ea30a61e39346e25",
	],
];

test.each(known)(
	"a QR code of %.20s… stays as it is, version %i",
	(text, version, digest) => {
		const rows = qrModules(text);
		expect(rows).toHaveLength(17 + 4 * version);
		const modules = rows
			.map((row) => row.map((dark) => (dark ? 1 : 0)).join(""))
			.join("\n");
		expect(createHash("sha256").update(modules).digest("hex")).toBe(digest);
	},
);

test("a text beyond what a QR code holds is refused", () => {
	expect(() => qrModules("x".repeat(2332))).toThrow(RangeError);
});
