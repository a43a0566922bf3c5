import type { ConnectionOptions } from "node:tls";
import { createTransport, type SMTPTransportOptions } from "nodemailer";
import { scrubSecrets } from "./credentials/format.ts";
import { isMailAddress, type MailSettings } from "./mail-settings.ts";

/** A mail to one person. It may hold what opens an account, so no log ever shows its text. */
export interface Mail {
	to: string;
	subject: string;
	text: string;
}

/** Sends mail by the server's own mail server. Nothing that is stored may hang on it: a mail follows what happened. */
export interface Mailer {
	/** Answers whether the mail server took it; what kept it from doing so is in the log. Never throws. */
	send(mail: Mail): Promise<boolean>;
	/** Waits for what is on its way, which is bounded by the time limits. */
	close(): Promise<void>;
}

/** What a log may show of a mail that was not sent. */
export interface MailFailure {
	code: string;
	/** The mail server's number (RFC 5321, section 4.2), if it came to that. */
	status: number | undefined;
	/** The step of the exchange. */
	command: string | undefined;
	reason: string;
}

interface MailerOptions {
	settings: MailSettings;
	onFailure: (failure: MailFailure) => void;
	/** Beside the system's own: whose certificates are believed. */
	tls?: ConnectionOptions;
	/** The longest that one mail may take. */
	timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;

/** More at once wait for nothing: a mail server that hangs must not gather them without end. */
const PENDING_MAX = 100;
const SUBJECT_MAX = 200;

export function createMailer(options: MailerOptions): Mailer {
	const { settings, onFailure, timeoutMs = TIMEOUT_MS } = options;
	const transport = createTransport(transportOptions(settings, options));
	const pending = new Set<Promise<boolean>>();

	async function deliver({ to, subject, text }: Mail): Promise<boolean> {
		try {
			if (!isMailAddress(to)) throw refusal("the recipient is no address");
			await transport.sendMail({
				from: settings.from,
				to: { name: "", address: to },
				subject: asHeader(subject),
				text,
				headers: { "Auto-Submitted": "auto-generated" },
				disableFileAccess: true,
				disableUrlAccess: true,
				signal: AbortSignal.timeout(timeoutMs),
			});
			return true;
		} catch (error) {
			onFailure(failureOf(error));
			return false;
		}
	}

	return {
		async send(mail) {
			if (pending.size >= PENDING_MAX) {
				onFailure(failureOf(refusal("too many mails wait to be sent")));
				return false;
			}
			const sending = deliver(mail);
			pending.add(sending);
			return sending.finally(() => pending.delete(sending));
		},
		async close() {
			await Promise.all(pending);
			transport.close();
		},
	};
}

function transportOptions(
	settings: MailSettings,
	{ tls = {}, timeoutMs = TIMEOUT_MS }: MailerOptions,
): SMTPTransportOptions {
	const { host, port, credentials } = settings;
	return {
		host,
		port,
		secure: settings.tls === "first",
		requireTLS: settings.tls === "demanded",
		tls: { minVersion: "TLSv1.2", ...tls },
		...(credentials
			? { auth: { user: credentials.user, pass: credentials.password } }
			: {}),
		dnsTimeout: timeoutMs,
		connectionTimeout: timeoutMs,
		greetingTimeout: timeoutMs,
		socketTimeout: timeoutMs,
		logger: false,
	};
}

/** One line, whatever the names in it hold: a line's end in a header would begin another header. */
function asHeader(text: string): string {
	return text
		.replaceAll(/[\p{C}\s]+/gu, " ")
		.trim()
		.slice(0, SUBJECT_MAX);
}

function refusal(message: string): Error {
	return Object.assign(new Error(message), { code: "EREFUSED" });
}

const REASON_MAX = 300;

/** A failed authentication is told by its number alone: a mail server may repeat what it was sent. */
function failureOf(thrown: unknown): MailFailure {
	const { code, responseCode, command, message } = thrown as {
		code?: string;
		responseCode?: number;
		command?: string;
		message: string;
	};
	return {
		code: code ?? "EUNKNOWN",
		status: responseCode,
		command: command?.split(" ")[0],
		reason:
			code === "EAUTH"
				? "the mail server does not take the user and password"
				: scrubSecrets(asHeader(message)).slice(0, REASON_MAX),
	};
}
