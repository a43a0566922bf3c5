/** How long a session lasts; both are configuration. */
export interface SessionSettings {
	/** From the sign-in, whatever happens. */
	absoluteMs: number;
	/** Without a call. */
	idleMs: number;
}

export const defaultSessions: SessionSettings = {
	absoluteMs: 12 * 3_600_000,
	idleMs: 60 * 60_000,
};
