import type { CustomFetch } from "openid-client";
import { isLoopback } from "../../kernel/loopback.ts";

/** What a provider answers is small; a stream without end must not fill this server's memory. */
const BYTES_MAX = 256 * 1024;

/**
 * Fetches from an identity provider, which is somebody else's machine and says itself where its endpoints are: over
 * TLS, or to this machine itself where the issuer is here too; without following redirects; and not more than a little.
 */
export function boundedFetch(issuer: string): CustomFetch {
	const local = isPlainLoopback(new URL(issuer));
	return async (url, options) => {
		if (!mayReach(url, local)) throw new TypeError("not an https URL");
		const response = await fetch(url, options as RequestInit);
		const { status, headers } = response;
		const body = await readAtMost(response);
		const bodiless = status === 204 || status === 205 || status === 304;
		return new Response(bodiless ? null : body, { status, headers });
	};
}

/** Whether an endpoint may be called, or a browser be sent to it. */
export function mayReach(url: string, local: boolean): boolean {
	if (!URL.canParse(url)) return false;
	const parsed = new URL(url);
	return parsed.protocol === "https:" || (local && isPlainLoopback(parsed));
}

/** `http://` to this machine itself: for trying things out. */
export function isPlainLoopback({ protocol, hostname }: URL): boolean {
	const host = hostname.replace(/^\[(.*)\]$/, "$1");
	return protocol === "http:" && isLoopback(host);
}

async function readAtMost(response: Response): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.length;
		if (size > BYTES_MAX) throw new TypeError("the answer is too long");
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
