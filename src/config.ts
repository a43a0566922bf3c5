import { isIP } from "node:net";
import { defaultLimits, type LimitSettings } from "./kernel/limit-settings.ts";
import { type MailSettings, readMailSettings } from "./kernel/mail-settings.ts";
import {
	defaultSessions,
	type SessionSettings,
} from "./kernel/session-settings.ts";

/** Everything the environment and the flags decide, checked once and then unchangeable. */
export interface Config {
	readonly dataDir: string | undefined;
	readonly host: string;
	readonly port: number;
	/** Where clients reach the server when that is not host and port. */
	readonly publicUrl: string | undefined;
	/** The serving role's own Postgres, in place of the embedded one. */
	readonly databaseUrl: string | undefined;
	/** The owner's, for migrations, when `databaseUrl` is given. */
	readonly databaseOwnerUrl: string | undefined;
	readonly redisUrl: string | undefined;
	/** Peppers as `version:hex`, in place of the file in the data directory. */
	readonly pepper: string | undefined;
	/** The audit signing key (PEM), in place of the file in the data directory. */
	readonly auditKey: string | undefined;
	/** Addresses whose `X-Forwarded-For` is believed. */
	readonly trustedProxies: readonly string[];
	/** Name servers that are asked for proofs of domains, in place of the system's. */
	readonly dnsServers: readonly string[];
	/** The mail server; without one no mail is sent, and links are shown to be passed on by hand. */
	readonly mail: MailSettings | undefined;
	readonly limits: LimitSettings;
	readonly sessions: SessionSettings;
	/** Who makes the first account when there is none: the server itself, or a person in the browser. */
	readonly firstRun: "print" | "browser";
	readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export interface Flags {
	data?: string | undefined;
	host?: string | undefined;
	port?: string | undefined;
}

/** @throws ConfigError naming the variable or flag and its rule */
export function readConfig(env: NodeJS.ProcessEnv, flags: Flags = {}): Config {
	return Object.freeze({
		dataDir: flags.data ?? given(env.REEVE_DATA),
		host: flags.host ?? given(env.REEVE_HOST) ?? "127.0.0.1",
		port: whole("port", flags.port ?? given(env.REEVE_PORT), 8060, 0, 65_535),
		publicUrl: url("REEVE_PUBLIC_URL", given(env.REEVE_PUBLIC_URL), [
			"http:",
			"https:",
		])?.replace(/\/+$/, ""),
		databaseUrl: url("DATABASE_URL", given(env.DATABASE_URL), [
			"postgres:",
			"postgresql:",
		]),
		databaseOwnerUrl: url("DATABASE_OWNER_URL", given(env.DATABASE_OWNER_URL), [
			"postgres:",
			"postgresql:",
		]),
		redisUrl: redisUrl(given(env.REDIS_URL)),
		pepper: given(env.REEVE_PEPPER),
		auditKey: given(env.REEVE_AUDIT_KEY),
		trustedProxies: list(env.REEVE_TRUSTED_PROXIES),
		dnsServers: dnsServers(list(env.REEVE_DNS_SERVERS)),
		mail: mail(given(env.SMTP_URL), given(env.REEVE_MAIL_FROM)),
		limits: readLimits(env),
		sessions: readSessions(env),
		firstRun: oneOf("REEVE_FIRST_RUN", given(env.REEVE_FIRST_RUN), [
			"print",
			"browser",
		]),
		logLevel: level(given(env.REEVE_LOG_LEVEL)),
	});
}

export class ConfigError extends Error {}

/** Whole hours and minutes; a session is never idle for longer than it lasts. */
function readSessions(env: NodeJS.ProcessEnv): SessionSettings {
	const hours = whole(
		"REEVE_SESSION_HOURS",
		given(env.REEVE_SESSION_HOURS),
		defaultSessions.absoluteMs / HOUR_MS,
		1,
		720,
	);
	const idleMinutes = whole(
		"REEVE_SESSION_IDLE_MINUTES",
		given(env.REEVE_SESSION_IDLE_MINUTES),
		defaultSessions.idleMs / MINUTE_MS,
		1,
		43_200,
	);
	return { absoluteMs: hours * HOUR_MS, idleMs: idleMinutes * MINUTE_MS };
}

function readLimits(env: NodeJS.ProcessEnv): LimitSettings {
	const figure = (name: string, fallback: number) =>
		whole(name, given(env[name]), fallback, 1, 10_000_000);
	return {
		credentialPerMinute: figure(
			"REEVE_LIMIT_CREDENTIAL_PER_MINUTE",
			defaultLimits.credentialPerMinute,
		),
		credentialBurst: figure(
			"REEVE_LIMIT_CREDENTIAL_BURST",
			defaultLimits.credentialBurst,
		),
		readsPerMinute: figure(
			"REEVE_LIMIT_READS_PER_MINUTE",
			defaultLimits.readsPerMinute,
		),
		writesPerMinute: figure(
			"REEVE_LIMIT_WRITES_PER_MINUTE",
			defaultLimits.writesPerMinute,
		),
		failuresPerMinute: figure(
			"REEVE_LIMIT_FAILURES_PER_MINUTE",
			defaultLimits.failuresPerMinute,
		),
		failuresBurst: figure(
			"REEVE_LIMIT_FAILURES_BURST",
			defaultLimits.failuresBurst,
		),
		signInPerMinute: figure(
			"REEVE_LIMIT_SIGN_IN_PER_MINUTE",
			defaultLimits.signInPerMinute,
		),
		signInBurst: figure("REEVE_LIMIT_SIGN_IN_BURST", defaultLimits.signInBurst),
	};
}

function list(text: string | undefined): string[] {
	return (text ?? "")
		.split(",")
		.map((part) => part.trim())
		.filter((part) => part !== "");
}

/** Forms that the resolver takes: `192.0.2.1`, `192.0.2.1:53`, `2001:db8::1`, `[2001:db8::1]:53`. */
function dnsServers(servers: string[]): string[] {
	for (const server of servers) {
		const address = server
			.replace(/^\[(.*)\](:\d{1,5})?$/, "$1")
			.replace(/^([\d.]+):\d{1,5}$/, "$1");
		if (isIP(address) === 0)
			throw new ConfigError(
				"REEVE_DNS_SERVERS must be IP addresses, each with or without a port, separated by commas",
			);
	}
	return servers;
}

function mail(
	url: string | undefined,
	from: string | undefined,
): MailSettings | undefined {
	if (url === undefined) return undefined;
	if (from === undefined)
		throw new ConfigError(
			"REEVE_MAIL_FROM must say whom mails come from when SMTP_URL is given",
		);
	try {
		return readMailSettings(url, from);
	} catch (error) {
		throw new ConfigError((error as Error).message);
	}
}

function given(value: string | undefined): string | undefined {
	return value === undefined || value === "" ? undefined : value;
}

function whole(
	name: string,
	text: string | undefined,
	fallback: number,
	min: number,
	max: number,
): number {
	if (text === undefined) return fallback;
	const value = Number(text);
	if (!/^\d+$/.test(text) || value < min || value > max)
		throw new ConfigError(
			`${name} must be a whole number from ${min} to ${max}, not ${JSON.stringify(text)}`,
		);
	return value;
}

/** The value is not repeated in the message: it may hold a password. */
function url(
	name: string,
	text: string | undefined,
	protocols: readonly string[],
): string | undefined {
	if (text === undefined) return undefined;
	if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol))
		throw new ConfigError(
			`${name} must be a URL starting with ${protocols.map((p) => `${p}//`).join(" or ")}`,
		);
	return text;
}

/** A URL, or the path of a Unix socket. */
function redisUrl(text: string | undefined): string | undefined {
	return text?.startsWith("/")
		? text
		: url("REDIS_URL", text, ["redis:", "rediss:"]);
}

function level(text: string | undefined): Config["logLevel"] {
	const levels = ["info", "debug", "warn", "error", "silent"] as const;
	return oneOf("REEVE_LOG_LEVEL", text, levels);
}

/** One of a few words; the first of them when nothing is said. */
function oneOf<T extends string>(
	name: string,
	text: string | undefined,
	words: readonly [T, ...T[]],
): T {
	if (text === undefined) return words[0];
	const found = words.find((word) => word === text);
	if (!found)
		throw new ConfigError(`${name} must be one of ${words.join(", ")}`);
	return found;
}
