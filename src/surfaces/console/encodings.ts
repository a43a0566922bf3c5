import type { Encoding } from "./built-files.ts";

/** The smallest form that a client takes (RFC 9110, section 12.5.3). Brotli is taken only by those that name it. */
export function encodingFor(header: string | string[] | undefined): Encoding {
	const taken = new Map(
		String(header ?? "")
			.toLowerCase()
			.split(",")
			.map((item) => {
				const [name = "", ...parameters] = item.split(";");
				const isRefused = parameters.some((one) =>
					/^\s*q=0(\.0*)?\s*$/.test(one),
				);
				return [name.trim(), !isRefused] as const;
			}),
	);
	if (taken.get("br")) return "br";
	return (taken.get("gzip") ?? taken.get("*")) ? "gzip" : "identity";
}
