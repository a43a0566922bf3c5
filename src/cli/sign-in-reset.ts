import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { defaultDataDir, openDatabaseBeside } from "../db/index.ts";
import {
	createPepper,
	loadPepperFile,
	parsePepper,
} from "../kernel/credentials/pepper.ts";
import {
	type RegainedAccess,
	regainAccess,
} from "../modules/password-resets/index.ts";
import { configuredUrl } from "./configured-url.ts";
import { UsageError } from "./usage.ts";

export const signInResetUsage = "reeve sign-in reset EMAIL [options]";

/**
 * Lets somebody back in whom no administrator can help: takes their second factors, ends their sessions, and prints a
 * link for a new password. Works beside a running server, which hears of it at once.
 */
export async function signInReset(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			data: { type: "string" },
			port: { type: "string" },
			host: { type: "string" },
		},
	});
	const [email, ...more] = positionals;
	if (email === undefined || more.length > 0)
		throw new UsageError(`name one e-mail address: ${signInResetUsage}`);
	const config = readConfig(process.env, values);
	const dataDir =
		config.dataDir ?? defaultDataDir(process.env, process.getuid?.());
	const { database, close } = await openDatabaseBeside({
		dataDir,
		databaseUrl: config.databaseUrl,
		log: () => undefined,
	});
	try {
		const pepper = config.pepper
			? createPepper(parsePepper(config.pepper))
			: loadPepperFile(join(dataDir, "pepper"));
		const place = { database, pepper, publicUrl: configuredUrl(config) };
		const done = await regainAccess(place, email, new Date());
		process.stdout.write(`${told(email, done)}\n`);
	} finally {
		await close();
	}
	return 0;
}

function told(
	email: string,
	{ secondFactors, sessions, link }: RegainedAccess,
): string {
	const factors =
		secondFactors === 1 ? "1 second factor" : `${secondFactors} second factors`;
	const ended = sessions === 1 ? "1 session" : `${sessions} sessions`;
	const done = `Took ${factors} of ${email} and ended ${ended}.`;
	if (!link)
		return `${done}\nTheir account has them sign in with single sign-on alone, so there is no password to set.`;
	return `${done}\nThis link sets a new password, once, until ${link.expiresAt.toISOString()}:\n\n  ${link.url}\n`;
}
