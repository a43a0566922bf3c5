import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createConnection, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Stands before a server on a Unix socket and counts how often a client waited for an answer. */
export interface CountingProxy {
	url: string;
	/** Times that the server began to answer after the client had sent something. */
	trips(): number;
	close(): Promise<void>;
}

export async function countingProxy(target: string): Promise<CountingProxy> {
	const folder = await mkdtemp(join(tmpdir(), "reeve-proxy-"));
	const url = join(folder, "proxy.sock");
	const sockets = new Set<Socket>();
	let trips = 0;
	const server = createServer((client) => {
		let asked = false;
		const upstream = createConnection(target);
		for (const socket of [client, upstream]) {
			sockets.add(socket);
			socket.on("error", () => socket.destroy());
		}
		client.on("data", (chunk) => {
			asked = true;
			upstream.write(chunk);
		});
		upstream.on("data", (chunk) => {
			if (asked) trips++;
			asked = false;
			client.write(chunk);
		});
		client.on("close", () => upstream.destroy());
		upstream.on("close", () => client.destroy());
	});
	server.listen(url);
	await once(server, "listening");
	return {
		url,
		trips: () => trips,
		async close() {
			for (const socket of sockets) socket.destroy();
			server.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
