import type { Socket } from "node:net";
import type { FastifyInstance, FastifyReply } from "fastify";

/** Longer than any request may take, so that whatever was accepted can end. */
const GRACE_MS = 65_000;
const LOOK_MS = 100;

/**
 * Lets the server close in time, whatever its clients do. A request that arrived whole was accepted: it is finished,
 * and its connection with it. A connection that is idle, or whose request is still on its way, is cut: on its own it
 * might stay for ever. Answers that nobody reads are given up after a grace.
 * @param served the requests that are being served, while they are
 */
export function closePromptly(
	app: FastifyInstance,
	served: ReadonlySet<FastifyReply>,
): void {
	const connections = new Set<Socket>();
	app.server.on("connection", (socket) => {
		connections.add(socket);
		socket.once("close", () => connections.delete(socket));
	});
	app.addHook("preClose", async () => {
		for (const reply of served) reply.raw.shouldKeepAlive = false;
		const look = setInterval(() => cutAllBut(served, connections), LOOK_MS);
		const grace = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
		app.server.once("close", () => {
			clearInterval(look);
			clearTimeout(grace);
		});
	});
}

/** What was written is still sent before a connection ends. */
function cutAllBut(
	served: ReadonlySet<FastifyReply>,
	connections: ReadonlySet<Socket>,
): void {
	const kept = new Set<Socket>();
	for (const { request } of served)
		if (request.raw.complete) kept.add(request.raw.socket);
	for (const socket of connections) if (!kept.has(socket)) socket.destroySoon();
}
