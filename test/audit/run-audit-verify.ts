import { auditVerify } from "../../src/cli/audit-verify.ts";

/** The command as a program, for tests that run it away from any server. */
try {
	process.exitCode = await auditVerify(process.argv.slice(2));
} catch (error) {
	process.stderr.write(`${(error as Error).message}\n`);
	process.exitCode = 1;
}
