import type { Config } from "./config.ts";
import { RevocationListener } from "./db/index.ts";
import { makeBackground } from "./kernel/background.ts";
import { type Clock, systemClock } from "./kernel/clock.ts";
import { Epochs } from "./kernel/epoch.ts";
import { budgetsOf } from "./kernel/gate/charge.ts";
import { Gate } from "./kernel/gate/gate.ts";
import type { Limiter } from "./kernel/limits/limiter.ts";
import { memoryLimiter } from "./kernel/limits/memory-limiter.ts";
import { redisLimiter } from "./kernel/limits/redis-limiter.ts";
import { createMailer, type Mailer } from "./kernel/mailer.ts";
import { Registry } from "./kernel/registry.ts";
import type { Resources } from "./kernel/resources.ts";
import { txtRecordsFrom } from "./kernel/txt-records.ts";
import type { Log } from "./log.ts";
import { operations } from "./modules/index.ts";
import { sessionAccess } from "./modules/sessions/index.ts";
import type { Store } from "./store.ts";
import { startWorkers, type Workers } from "./worker/index.ts";

export interface Kernel {
	readonly gate: Gate;
	readonly workers: Workers;
	readonly resources: Resources;
	readonly limiter: Limiter;
	/** Says where clients reach the server, once that is known. */
	reachedAt(url: string): void;
	/** Writes what still waits and lets go of what the kernel opened; the store stays open. */
	stop(): Promise<void>;
}

/** The gate over a store, with no way in yet: a server puts surfaces in front, a command calls it directly. */
export async function openKernel(
	store: Store,
	config: Config,
	log: Log,
	clock: Clock = systemClock,
): Promise<Kernel> {
	const { database, signingKey } = store;
	const epochs = new Epochs();
	const listener = await hearRevocations(store, epochs);
	const limiter = config.redisUrl
		? await redisLimiter(config.redisUrl, { logger: log })
		: memoryLimiter();
	const mailer = mailerOf(config, log);
	const onError = (err: unknown) =>
		log.error({ err }, "background work failed");
	const background = makeBackground(onError);
	let url = config.publicUrl ?? "";
	const resources: Resources = {
		database,
		registry: new Registry(operations),
		pepper: store.pepper,
		clock,
		limits: config.limits,
		sessions: config.sessions,
		auditKey: store.signingKey.public,
		...budgetsOf(limiter, config.limits, clock),
		txtRecords: txtRecordsFrom(config.dnsServers),
		mailer,
		background,
		get publicUrl() {
			return url;
		},
	};
	const workers = startWorkers({ database, clock, epochs, log, signingKey });
	const gate = new Gate({
		database,
		resources,
		epochs,
		limiter,
		fresh: () => listener.fresh,
		sessionAccess: (session) => sessionAccess(database, session),
		onError,
		onCommitted: () => workers.committed(),
		onAdmitted: (use) => workers.used(use),
	});
	const reachedAt = (reached: string) => {
		url ||= reached;
	};
	const stop = async () => {
		await background.idle();
		await mailer?.close();
		await gate.refusals.flush();
		await workers.stop();
		await limiter.close();
		await listener.stop();
	};
	return { gate, workers, resources, limiter, reachedAt, stop };
}

function mailerOf({ mail }: Config, log: Log): Mailer | undefined {
	if (!mail) return undefined;
	return createMailer({
		settings: mail,
		onFailure: (failure) => log.warn(failure, "a mail was not sent"),
	});
}

/** From here on this process hears of every change of rights, its own and others'. */
async function hearRevocations(
	store: Store,
	epochs: Epochs,
): Promise<RevocationListener> {
	const listener = new RevocationListener(store.connection, {
		revoked: (accountId) => epochs.bump(accountId),
		lost: () => epochs.voidAll(),
	});
	await listener.start();
	return listener;
}
