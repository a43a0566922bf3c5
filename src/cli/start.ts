import { type Server, startServer } from "../main.ts";
import { isSetUp } from "../modules/accounts/index.ts";
import { makeSetUpCode } from "../modules/sign-in/index.ts";
import { firstRun, invitation, welcome } from "./first-run.ts";
import { readArguments, type ServerArguments } from "./options.ts";

/** Runs the server until it is told to stop. */
export async function start(args: string[]): Promise<number> {
	const options = readArguments(args);
	const server = await startServer({
		config: options.config,
		dataDir: options.dataDir,
	});
	try {
		await setUpWhenNew(server, options);
	} catch (error) {
		await server.stop();
		throw error;
	}
	server.log.info({ url: server.url, data: options.dataDir }, "ready");
	await stopSignal();
	server.log.info("stopping: finishing what was accepted");
	await server.stop();
	return 0;
}

async function setUpWhenNew(
	server: Server,
	options: ServerArguments,
): Promise<void> {
	if (await isSetUp(server.database)) return;
	if (options.config.firstRun === "browser") {
		const code = await makeSetUpCode(server.resources);
		process.stdout.write(`${invitation(server.resources.publicUrl, code)}\n`);
		return;
	}
	const made = await firstRun(
		server.database,
		server.resources.pepper,
		server.url,
		options.first,
	);
	process.stdout.write(`${welcome(made, options.first.kind)}\n`);
}

const ECHO_MS = 1000;

/**
 * The first signal asks for a graceful stop; a later one ends at once. Ctrl-C under `npm start` comes twice, from the
 * terminal and from npm, so a signal soon after the first is the same request.
 */
function stopSignal(): Promise<void> {
	return new Promise((resolve) => {
		let askedAt: number | undefined;
		const onSignal = () => {
			if (askedAt === undefined) askedAt = performance.now();
			else if (performance.now() - askedAt > ECHO_MS) process.exit(130);
			resolve();
		};
		process.on("SIGINT", onSignal);
		process.on("SIGTERM", onSignal);
	});
}
