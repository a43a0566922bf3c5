import { createSocket } from "node:dgram";

export interface DnsServer {
	/** `address:port`, as the server's configuration takes it. */
	address: string;
	/** What is published: domain → TXT records, each as its chunks. */
	records: Map<string, string[][]>;
	/** While set, questions get no answer but this response code (RFC 1035, section 4.1.1). */
	failure: number | undefined;
	stop(): Promise<void>;
}

const TXT = 16;

/** A name server of our own that answers questions for TXT records, over UDP. */
export async function startDnsServer(): Promise<DnsServer> {
	const socket = createSocket("udp4");
	const server: DnsServer = {
		address: "",
		records: new Map(),
		failure: undefined,
		stop: () => new Promise((done) => socket.close(() => done())),
	};
	socket.on("message", (question, peer) =>
		socket.send(answer(question, server), peer.port, peer.address),
	);
	await new Promise<void>((done) => socket.bind(0, "127.0.0.1", done));
	server.address = `127.0.0.1:${socket.address().port}`;
	return server;
}

function answer(question: Buffer, { records, failure }: DnsServer): Buffer {
	const { name, end } = readName(question);
	const found = failure === undefined ? (records.get(name) ?? []) : [];
	const code = failure ?? (found.length > 0 ? 0 : 3);
	const header = Buffer.alloc(12);
	question.copy(header, 0, 0, 2);
	header.writeUInt16BE(0x8180 | code, 2);
	header.writeUInt16BE(1, 4);
	header.writeUInt16BE(found.length, 6);
	return Buffer.concat([
		header,
		question.subarray(12, end),
		...found.map(record),
	]);
}

/** The name asked for, and where its question ends. */
function readName(question: Buffer): { name: string; end: number } {
	const labels: string[] = [];
	let at = 12;
	for (let length = question[at]; length; length = question[at]) {
		labels.push(question.toString("ascii", at + 1, at + 1 + length));
		at += 1 + length;
	}
	return { name: labels.join(".").toLowerCase(), end: at + 5 };
}

/** A record whose name points back at the question. */
function record(chunks: readonly string[]): Buffer {
	const data = Buffer.concat(
		chunks.map((chunk) =>
			Buffer.concat([Buffer.from([chunk.length]), Buffer.from(chunk, "ascii")]),
		),
	);
	const head = Buffer.alloc(12);
	head.writeUInt16BE(0xc00c, 0);
	head.writeUInt16BE(TXT, 2);
	head.writeUInt16BE(1, 4);
	head.writeUInt16BE(data.length, 10);
	return Buffer.concat([head, data]);
}
