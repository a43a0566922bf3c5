import { EventEmitter, once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A mail as it arrived. */
export interface ReceivedMail {
	/** The envelope: who was named to the server, whatever the headers say. */
	from: string;
	to: string[];
	/** Header fields by lower-case name, unfolded; a field that came twice has two lines. */
	headers: Record<string, string>;
	text: string;
	/** Everything, byte for byte. */
	raw: string;
	/** Whether it came through TLS, and as whom. */
	secure: boolean;
	user: string | undefined;
}

export interface MailServer {
	port: number;
	received: ReceivedMail[];
	/** The next mail that has not been asked for yet. */
	next(): Promise<ReceivedMail>;
	stop(): Promise<void>;
}

/** A mail server of our own on a free port of this machine: without TLS and without names unless the options say so. */
export async function startMailServer(
	options: SMTPServerOptions = {},
): Promise<MailServer> {
	const received: ReceivedMail[] = [];
	const arrivals = new EventEmitter();
	let asked = 0;
	const server = new SMTPServer({
		disabledCommands: ["AUTH", "STARTTLS"],
		authOptional: true,
		closeTimeout: 100,
		...options,
		onData(stream, session, done) {
			void text(stream).then((raw) => {
				const { mailFrom, rcptTo } = session.envelope;
				received.push({
					from: mailFrom === false ? "" : mailFrom.address,
					to: rcptTo.map(({ address }) => address),
					...parseMail(raw),
					raw,
					secure: session.secure,
					user: session.user as string | undefined,
				});
				arrivals.emit("mail");
				done();
			});
		},
	});
	// Clients that break off are part of what is tested.
	server.on("error", () => undefined);
	server.listen(0, "127.0.0.1");
	await once(server.server, "listening");
	return {
		port: (server.server.address() as AddressInfo).port,
		received,
		async next() {
			while (received.length <= asked) await once(arrivals, "mail");
			return received[asked++] as ReceivedMail;
		},
		stop: () => new Promise((done) => server.close(() => done())),
	};
}

function parseMail(raw: string): Pick<ReceivedMail, "headers" | "text"> {
	const end = raw.indexOf("\r\n\r\n");
	const headers: Record<string, string> = {};
	const lines = raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, " ");
	for (const line of lines.split("\r\n")) {
		const colon = line.indexOf(":");
		const name = line.slice(0, colon).toLowerCase();
		const value = line.slice(colon + 1).trim();
		headers[name] =
			headers[name] === undefined ? value : `${headers[name]}\n${value}`;
	}
	const body = raw.slice(end + 4);
	const encoding = headers["content-transfer-encoding"];
	return { headers, text: decode(body, encoding).replaceAll("\r\n", "\n") };
}

/** RFC 2045, section 6. */
function decode(body: string, encoding: string | undefined): string {
	if (encoding === "base64") return Buffer.from(body, "base64").toString();
	if (encoding !== "quoted-printable") return body;
	const joined = body.replaceAll(/=\r\n/g, "");
	const bytes = joined.replaceAll(/=([0-9A-F]{2})/g, (_whole, hex) =>
		String.fromCharCode(Number.parseInt(hex, 16)),
	);
	return Buffer.from(bytes, "latin1").toString();
}
