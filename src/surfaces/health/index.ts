import type { FastifyInstance, FastifyReply } from "fastify";
import type { Registry as MetricsRegistry } from "prom-client";

export interface HealthOptions {
	metrics: MetricsRegistry;
	/** Resolves when the server can serve; rejects with the reason when it cannot. */
	ready: () => Promise<void>;
}

/** Liveness, readiness and figures, for whatever watches this server. None of them needs a credential or holds a secret. */
export function registerHealth(
	app: FastifyInstance,
	options: HealthOptions,
): void {
	app.get("/healthz", async (_request, reply) =>
		uncached(reply).type("application/json").send('{"status":"ok"}'),
	);
	app.get("/readyz", async (_request, reply) => {
		uncached(reply).type("application/json");
		try {
			await options.ready();
			return reply.send('{"status":"ready"}');
		} catch {
			return reply
				.code(503)
				.header("retry-after", "1")
				.send('{"status":"not ready","reason":"database"}');
		}
	});
	app.get("/metrics", async (_request, reply) =>
		uncached(reply)
			.type(options.metrics.contentType)
			.send(await options.metrics.metrics()),
	);
}

function uncached(reply: FastifyReply): FastifyReply {
	return reply
		.header("cache-control", "no-store")
		.header("x-content-type-options", "nosniff");
}
