import type { Database } from "../../db/index.ts";
import type { Background } from "../background.ts";
import type { Access } from "../caller.ts";
import type { Clock } from "../clock.ts";
import type { Pepper } from "../credentials/pepper.ts";
import type { Epochs } from "../epoch.ts";
import type { SessionSettings } from "../session-settings.ts";

/** A session, and whose it is. */
export interface SessionOwner {
	accountId: string;
	userId: string;
	credentialId: string;
}

/** What the early stages of the gate work with. */
export interface GateResources {
	readonly database: Database;
	readonly epochs: Epochs;
	readonly pepper: Pepper;
	readonly clock: Clock;
	readonly sessions: SessionSettings;
	readonly background: Background;
	/** Whether this process hears of revocations; while it does not, every check asks the database. */
	fresh(): boolean;
	/** Throws too_many_requests when an address has failed too often. */
	refuseGuessing(address: string): Promise<void>;
	countFailure(address: string): Promise<void>;
	/** What a session that was opened with everything opens now. */
	sessionAccess(session: SessionOwner): Promise<Access>;
}
