import { isLoopback } from "./loopback.ts";

/** The mail server that this server hands its mails to, and whom they come from. */
export interface MailSettings {
	host: string;
	port: number;
	/** `first`: TLS before anything else. `demanded`: STARTTLS or nothing. `offered`: STARTTLS where the server has it. */
	tls: "first" | "demanded" | "offered";
	credentials: { user: string; password: string } | undefined;
	from: { name: string; address: string };
}

const PORTS = { "smtp:": 587, "smtps:": 465 } as const;
const PROTOCOLS = Object.keys(PORTS);

/**
 * Reads `smtp://user:password@host:port` (STARTTLS demanded, save to this machine itself or with `?tls=optional`) or
 * `smtps://…` (TLS from the first byte), and `Name <address>` or a bare address.
 * @throws Error naming the rule; never the value, which may hold a password
 */
export function readMailSettings(url: string, from: string): MailSettings {
	if (!URL.canParse(url) || !PROTOCOLS.includes(new URL(url).protocol))
		throw new Error("SMTP_URL must be a URL starting with smtp:// or smtps://");
	const { protocol, hostname, port, searchParams, username, password } =
		new URL(url);
	const host = hostname.replace(/^\[(.*)\]$/, "$1");
	if (host === "") throw new Error("SMTP_URL must name a host");
	const optional = readOptional(searchParams);
	return {
		host,
		port: Number(port) || PORTS[protocol as keyof typeof PORTS],
		tls:
			protocol === "smtps:"
				? "first"
				: optional || isLoopback(host)
					? "offered"
					: "demanded",
		credentials: readCredentials(username, password),
		from: readSender(from),
	};
}

function readOptional(parameters: URLSearchParams): boolean {
	for (const [name, value] of parameters)
		if (name !== "tls" || value !== "optional")
			throw new Error("SMTP_URL takes no parameter but tls=optional");
	return parameters.has("tls");
}

function readCredentials(
	user: string,
	password: string,
): MailSettings["credentials"] {
	if (user === "" && password === "") return undefined;
	if (user === "" || password === "")
		throw new Error("SMTP_URL must hold both a user and a password, or none");
	try {
		return {
			user: decodeURIComponent(user),
			password: decodeURIComponent(password),
		};
	} catch {
		throw new Error(
			"SMTP_URL must write special characters of user and password as %XX",
		);
	}
}

const SENDER = /^(?:([^<>\p{Cc}]*)<([^<>]+)>|([^<>]+))$/u;

function readSender(text: string): MailSettings["from"] {
	const [, name = "", bracketed, bare] = SENDER.exec(text.trim()) ?? [];
	const address = (bracketed ?? bare ?? "").trim();
	if (!isMailAddress(address))
		throw new Error(
			'REEVE_MAIL_FROM must be an e-mail address, or read "Name <address>"',
		);
	return { name: name.trim().replace(/^"(.*)"$/, "$1"), address };
}

/** One mailbox and nothing besides: no list, no display name, nothing that ends a line. */
export function isMailAddress(text: string): boolean {
	return (
		text.length <= 254 &&
		/^[^\s<>,;:"()[\]\\@\p{C}]+@[^\s<>,;:"()[\]\\@\p{C}]+$/u.test(text)
	);
}
