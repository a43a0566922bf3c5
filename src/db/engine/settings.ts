/** What the engine decides about its Postgres; all else is Postgres's default. */
export interface SettingsInput {
	socketDir: string;
	port: number;
	sharedBuffersMb: number;
	/** False trades every guarantee after a crash for speed: for tests only. */
	durable: boolean;
}

/**
 * Settings given on the command line at every start. There they outrank both configuration file and ALTER SYSTEM, so
 * an upgrade of Reeve brings its settings along and nothing stale stays in the data directory.
 */
export function serverSettings(input: SettingsInput): Record<string, string> {
	return {
		...reachSettings(input),
		...leanSettings(input),
		...durabilitySettings(input),
		...logSettings,
	};
}

/** The settings as arguments of the postgres program. */
export function settingsArgs(settings: Record<string, string>): string[] {
	return Object.entries(settings).flatMap(([name, value]) => [
		"-c",
		`${name}=${value}`,
	]);
}

/** A path in one of Postgres's lists: in quotes, because commas would part it. */
function quoteListItem(path: string): string {
	return `"${path.replaceAll('"', '""')}"`;
}

function reachSettings({
	socketDir,
	port,
}: SettingsInput): Record<string, string> {
	return {
		listen_addresses: "",
		unix_socket_directories: quoteListItem(socketDir),
		unix_socket_permissions: "0700",
		port: String(port),
	};
}

/** Sized for a server that shares a small machine with its database. */
function leanSettings({
	sharedBuffersMb,
}: SettingsInput): Record<string, string> {
	return {
		max_connections: "50",
		shared_buffers: `${sharedBuffersMb}MB`,
		huge_pages: "off",
		io_method: "sync",
		max_worker_processes: "4",
		jit: "off",
		random_page_cost: "1.1",
		timezone: "UTC",
		log_timezone: "UTC",
		// One way back up: when a backend crashes the postmaster ends, and the engine starts it again and says so.
		restart_after_crash: "off",
	};
}

/** Nothing streams from this server, hence the minimal write-ahead log. */
function durabilitySettings({
	durable,
}: SettingsInput): Record<string, string> {
	const promise = durable ? "on" : "off";
	return {
		fsync: promise,
		synchronous_commit: promise,
		full_page_writes: promise,
		wal_level: "minimal",
		max_wal_senders: "0",
		max_logical_replication_workers: "0",
		min_wal_size: "32MB",
		max_wal_size: "512MB",
		checkpoint_timeout: "15min",
	};
}

/**
 * The log holds the life of the server. What a statement did wrong is answered to its sender, who logs it by our own
 * rules; here it could carry a secret in its values.
 */
const logSettings: Record<string, string> = {
	logging_collector: "off",
	log_destination: "stderr",
	log_min_messages: "log",
	log_min_error_statement: "panic",
	log_error_verbosity: "terse",
	log_checkpoints: "off",
	log_line_prefix: "%m [%p] ",
};
