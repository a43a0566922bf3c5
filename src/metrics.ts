import {
	Counter,
	collectDefaultMetrics,
	Gauge,
	Histogram,
	Registry,
} from "prom-client";

export interface Metrics {
	registry: Registry;
	requests: Counter<"surface" | "operation" | "status">;
	seconds: Histogram<"surface">;
	inFlight: Gauge;
	/** 1 while Postgres answers. */
	databaseUp: Gauge;
}

/** The server's own figures, in the Prometheus text format. Labels hold names of our own only, never a caller's text. */
export function createMetrics(limiterDegraded: () => boolean): Metrics {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	const registers = [registry];
	new Gauge({
		name: "reeve_limiter_degraded",
		help: "1 while the shared limiter store is out of reach",
		registers,
		collect() {
			this.set(limiterDegraded() ? 1 : 0);
		},
	});
	return {
		registry,
		requests: new Counter({
			name: "reeve_requests_total",
			help: "Answered requests",
			labelNames: ["surface", "operation", "status"],
			registers,
		}),
		seconds: new Histogram({
			name: "reeve_request_seconds",
			help: "Time to answer",
			labelNames: ["surface"],
			buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
			registers,
		}),
		inFlight: new Gauge({
			name: "reeve_requests_in_flight",
			help: "Requests being served",
			registers,
		}),
		databaseUp: new Gauge({
			name: "reeve_database_up",
			help: "1 while Postgres answers",
			registers,
		}),
	};
}
