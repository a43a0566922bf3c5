import { parseArgs } from "node:util";
import { type Config, readConfig } from "../config.ts";
import { defaultDataDir } from "../db/index.ts";
import { assertPassword } from "../modules/users/index.ts";
import { UsageError } from "./usage.ts";

/** Where the server lives and who its first owner is, from flags and environment. */
export interface ServerArguments {
	config: Config;
	dataDir: string;
	json: boolean;
	first: {
		kind: "provider" | "standalone";
		name: string;
		email: string;
		password: string | undefined;
	};
}

/** @throws UsageError or ConfigError naming the flag and its rule */
export function readArguments(args: string[]): ServerArguments {
	const { values } = parseArgs({
		args,
		allowPositionals: false,
		options: {
			data: { type: "string" },
			port: { type: "string" },
			host: { type: "string" },
			json: { type: "boolean" },
			name: { type: "string" },
			email: { type: "string" },
			password: { type: "string" },
			kind: { type: "string" },
		},
	});
	const config = readConfig(process.env, values);
	return {
		config,
		dataDir: config.dataDir ?? defaultDataDir(process.env, process.getuid?.()),
		json: values.json ?? false,
		first: {
			kind: readKind(values.kind),
			name: nonEmpty("--name", values.name ?? "My company"),
			email: readEmail(values.email ?? "owner@reeve.local"),
			password: readPassword(values.password),
		},
	};
}

function readKind(kind = "provider"): "provider" | "standalone" {
	if (kind === "provider" || kind === "standalone") return kind;
	throw new UsageError("--kind must be provider or standalone");
}

function nonEmpty(flag: string, text: string): string {
	if (text.trim() === "" || text.length > 255)
		throw new UsageError(`${flag} must have 1 to 255 characters`);
	return text;
}

/** Checked before anything is opened, so that a bad one leaves nothing behind. */
function readPassword(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	try {
		assertPassword(text, "--password");
	} catch (error) {
		throw new UsageError((error as Error).message, { cause: error });
	}
	return text;
}

function readEmail(text: string): string {
	if (/^[^\s@]+@[^\s@]+$/.test(text) && text.length <= 255) return text;
	throw new UsageError("--email must be an e-mail address");
}
