/** The figures of every budget; all of them are configuration. */
export interface LimitSettings {
	/** A credential over all its tenants: sustained calls a minute, and how many at once from rest. */
	credentialPerMinute: number;
	credentialBurst: number;
	/** A credential on one operation, a minute. */
	readsPerMinute: number;
	writesPerMinute: number;
	/** Failed authentications of one address: sustained a minute, and at once. */
	failuresPerMinute: number;
	failuresBurst: number;
	/** Attempts to sign in as one person, wherever from: sustained a minute, and at once. */
	signInPerMinute: number;
	signInBurst: number;
}

export const defaultLimits: LimitSettings = {
	credentialPerMinute: 120,
	credentialBurst: 1200,
	readsPerMinute: 500,
	writesPerMinute: 100,
	failuresPerMinute: 10,
	failuresBurst: 30,
	signInPerMinute: 5,
	signInBurst: 10,
};
