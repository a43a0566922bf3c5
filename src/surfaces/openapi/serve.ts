import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { holdsAlready } from "../rest/preconditions.ts";

interface Rendered {
	text: string;
	zipped: Buffer;
	/** Weak, since both encodings of the text share it. */
	tag: string;
}

/**
 * Serves a document at a path, to anybody: it describes what can be asked and holds nobody's data. It is made at the
 * first request, for most processes are never asked, and kept in both encodings.
 */
export function serveDocument(
	app: FastifyInstance,
	path: string,
	make: () => object,
): void {
	let rendered: Rendered | undefined;
	app.get(path, (request, reply) => {
		rendered ??= render(make());
		const { tag, text, zipped } = rendered;
		reply.headers({
			etag: tag,
			vary: "accept-encoding",
			"cache-control": "no-cache",
			"x-content-type-options": "nosniff",
		});
		if (holdsAlready(request.headers["if-none-match"], tag.slice(2)))
			return reply.code(304).send();
		reply.header("content-type", "application/json; charset=utf-8");
		return acceptsGzip(request.headers["accept-encoding"])
			? reply.header("content-encoding", "gzip").send(zipped)
			: reply.send(text);
	});
}

function render(document: object): Rendered {
	const text = JSON.stringify(document);
	const digest = createHash("sha256").update(text).digest("base64url");
	return {
		text,
		zipped: gzipSync(text, { level: 9 }),
		tag: `W/"${digest.slice(0, 22)}"`,
	};
}

/** Whether gzip is among the encodings a caller takes (RFC 9110, section 12.5.3). */
export function acceptsGzip(header: string | string[] | undefined): boolean {
	return String(header ?? "")
		.split(",")
		.some((item) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(item));
}
