import type { Config } from "../config.ts";

/** Where people reach the server that runs with this configuration, as far as it says. */
export function configuredUrl({
	publicUrl,
	host,
	port,
}: Pick<Config, "publicUrl" | "host" | "port">): string {
	const everywhere = host === "0.0.0.0" || host === "::";
	const shown = everywhere ? "127.0.0.1" : host;
	return (
		publicUrl ?? `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`
	);
}
