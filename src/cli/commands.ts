import { parseArgs } from "node:util";
import { version } from "../package-root.ts";
import { auditExport, auditExportUsage } from "./audit-export.ts";
import { auditVerify, auditVerifyUsage } from "./audit-verify.ts";
import { demo } from "./demo.ts";
import { doctor } from "./doctor.ts";
import { migrateCommand } from "./migrate.ts";
import { setup } from "./setup.ts";
import { signInReset, signInResetUsage } from "./sign-in-reset.ts";
import { start } from "./start.ts";
import { UsageError } from "./usage.ts";

export interface Command {
	summary: string;
	usage: string;
	options: Readonly<Record<string, string>>;
	/** Answers the exit status. */
	run(args: string[]): Promise<number> | number;
}

const placeOptions = {
	"--data DIR": "data directory (REEVE_DATA)",
	"--port N": "port to listen on, 0 for any free one (REEVE_PORT, 8060)",
	"--host ADDRESS": "address to listen on (REEVE_HOST, 127.0.0.1)",
};

const ownerOptions = {
	"--name NAME": "name of the first account",
	"--email ADDRESS": "e-mail address of its owner",
	"--password TEXT":
		"its owner's password: 8 to 72 characters, among them a digit, a capital and a special one; made when left out",
	"--kind KIND": "provider (the default) or standalone",
};

/** The commands of `reeve`, in the order the help shows them. A name may have two words. */
export const commands: Readonly<Record<string, Command>> = {
	start: {
		summary: "Run the server; the first start sets it up.",
		usage: "reeve start [options]",
		options: { ...placeOptions, ...ownerOptions },
		run: start,
	},
	setup: {
		summary:
			"Make the first account on an empty data directory, without a terminal.",
		usage: "reeve setup [--json] [options]",
		options: {
			"--json": "print one JSON object",
			...placeOptions,
			...ownerOptions,
		},
		run: setup,
	},
	migrate: {
		summary: "Prepare a Postgres of your own, or bring it to this version.",
		usage: "reeve migrate",
		options: {
			DATABASE_URL: "the serving role's URL",
			DATABASE_OWNER_URL: "the owner's URL, used for this alone",
		},
		run: migrateCommand,
	},
	demo: {
		summary:
			"Fill a server that is set up with tenants and devices to look at.",
		usage: "reeve demo [--tenants 40] [--devices 4000] [--seed 1] [options]",
		options: {
			"--tenants N": "how many tenants (40)",
			"--devices N": "how many devices in all (4000)",
			"--seed N": "the same seed makes the same names (1)",
			"--data DIR": placeOptions["--data DIR"],
		},
		run: demo,
	},
	doctor: {
		summary: "Check the machine, the data directory and the database.",
		usage: "reeve doctor [options]",
		options: {
			"--data DIR": placeOptions["--data DIR"],
			"--port N": "port the server would listen on",
		},
		run: doctor,
	},
	"sign-in reset": {
		summary: "Let somebody back in who lost password or phone.",
		usage: signInResetUsage,
		options: {
			...placeOptions,
			REEVE_PUBLIC_URL: "where people reach the server, for the link",
		},
		run: signInReset,
	},
	"audit export": {
		summary: "Write an account's audit log to standard output.",
		usage: auditExportUsage,
		options: {
			"--account ID": "whose log",
			"--from TIME": "events at this time (UTC) or later",
			"--to TIME": "events before this time (UTC)",
			"--data DIR": placeOptions["--data DIR"],
		},
		run: auditExport,
	},
	"audit verify": {
		summary: "Check an exported audit log, away from any server.",
		usage: auditVerifyUsage,
		options: {
			"--key KEY":
				"public key to trust, as a file or in base64; may be repeated",
			"--against FILE": "earlier export whose signatures must still hold",
			"--json": "print one JSON object",
		},
		run: auditVerify,
	},
	version: {
		summary: "Print the version.",
		usage: "reeve version",
		options: {},
		run(args) {
			parseArgs({ args });
			process.stdout.write(`reeve ${version}\n`);
			return 0;
		},
	},
};

/** The command that the arguments begin with, and the arguments that are its own. @throws UsageError when there is none */
export function findCommand(args: readonly string[]): {
	name: string;
	command: Command;
	args: string[];
} {
	for (const words of [2, 1]) {
		const name = args.slice(0, words).join(" ");
		const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
		if (command) return { name, command, args: args.slice(words) };
	}
	const [first = ""] = args;
	const longer = Object.keys(commands).filter((name) =>
		name.startsWith(`${first} `),
	);
	throw new UsageError(
		longer.length > 0
			? `reeve ${first} is not whole: there are ${longer.map((name) => `reeve ${name}`).join(" and ")}`
			: `reeve has no command ${JSON.stringify(first)}`,
	);
}
