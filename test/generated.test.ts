import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generatedFiles } from "../scripts/generate/files.ts";
import { packageRoot } from "../src/package-root.ts";

describe("what is derived from the operations", () => {
	it.each(Object.entries(generatedFiles()))(
		"generated/%s is what `npm run generate` would write",
		(name, text) => {
			const kept = readFileSync(join(packageRoot, "generated", name), "utf8");
			// Compared by hand: the difference of two long texts takes minutes to print.
			expect(kept === text, "stale; run npm run generate").toBe(true);
		},
	);
});
