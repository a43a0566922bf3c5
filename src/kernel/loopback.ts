import { isIP } from "node:net";

/** Whether a host is this machine itself, to which nothing travels over a wire. */
export function isLoopback(host: string): boolean {
	if (host === "localhost" || host.endsWith(".localhost")) return true;
	if (isIP(host) === 4) return host.startsWith("127.");
	return host === "::1";
}
