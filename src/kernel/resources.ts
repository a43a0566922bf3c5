import type { Database } from "../db/index.ts";
import type { VerifyingKey } from "./audit/verifying-key.ts";
import type { Background } from "./background.ts";
import type { Clock } from "./clock.ts";
import type { Pepper } from "./credentials/pepper.ts";
import type { LimitSettings } from "./limit-settings.ts";
import type { Mailer } from "./mailer.ts";
import type { Registry } from "./registry.ts";
import type { SessionSettings } from "./session-settings.ts";
import type { TxtRecords } from "./txt-records.ts";

/** Things made once for the process that an operation may need. The limiter is not among them: only the gate takes. */
export interface Resources {
	readonly database: Database;
	readonly registry: Registry;
	readonly pepper: Pepper;
	readonly clock: Clock;
	readonly limits: LimitSettings;
	/** The public half of the key that signs this server's audit chains. */
	readonly auditKey: VerifyingKey;
	readonly sessions: SessionSettings;
	/** What is left of a credential's budgets; spends nothing. */
	budgets(
		credentialId: string,
		accountId: string,
		operationId?: string,
	): Promise<Budget[]>;
	/** The same for many credentials, in their order; a shared store is asked once. */
	budgetsOfMany(
		credentialIds: readonly string[],
		accountId: string,
	): Promise<Budget[][]>;
	/** Asks DNS for what the owner of a domain published there. */
	readonly txtRecords: TxtRecords;
	/** Sends mails; none when no mail server is configured. */
	readonly mailer: Mailer | undefined;
	/** Takes work that no answer waits for. */
	readonly background: Background;
	/** Where people and machines reach this server, without a trailing slash. */
	readonly publicUrl: string;
}

/** One bucket of a credential's budget. */
export interface Budget {
	name: string;
	limit: number;
	window_seconds: number;
	remaining: number;
	reset_seconds: number;
}
