import type { Duplex } from "node:stream";

/** What the HTTP parser finds fault with, and the status it gets; anything else is 400. */
const refusals: Readonly<Record<string, readonly [number, string]>> = {
	ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout"],
	HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, "Content Too Large"],
	HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large"],
};

/**
 * Answers what is no HTTP request, or did not arrive in time. No route, hook or log line ever sees it: a problem
 * document (RFC 9457) goes to the socket and the connection ends.
 */
export function refuseOnSocket(
	error: Error & { code?: string },
	socket: Duplex,
): void {
	// The other side went away, or is being answered already: there is nobody left to tell.
	if (error.code === "ECONNRESET" || !socket.writable) {
		socket.destroy();
		return;
	}
	const [status, title] = refusals[error.code ?? ""] ?? [400, "Bad Request"];
	const body = JSON.stringify({ type: "about:blank", title, status });
	const head = [
		`HTTP/1.1 ${status} ${title}`,
		"content-type: application/problem+json",
		`content-length: ${Buffer.byteLength(body)}`,
		"cache-control: no-store",
		"x-content-type-options: nosniff",
		"connection: close",
	];
	socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
