import { expect, test } from "vitest";
import { serverSettings, settingsArgs } from "./settings.ts";

const input = {
	socketDir: '/srv/a, "b"/run',
	port: 5432,
	sharedBuffersMb: 32,
	durable: true,
};

test("no TCP port is opened and writes are durable", () => {
	const settings = serverSettings(input);
	expect(settings.listen_addresses).toBe("");
	expect(settings.unix_socket_permissions).toBe("0700");
	for (const name of ["fsync", "synchronous_commit", "full_page_writes"]) {
		expect(settings[name]).toBe("on");
	}
});

test("a socket directory with commas and quotes stays one directory", () => {
	expect(serverSettings(input).unix_socket_directories).toBe(
		'"/srv/a, ""b""/run"',
	);
});

test("the values of statements do not reach the log", () => {
	const settings = serverSettings(input);
	expect(settings.log_min_error_statement).toBe("panic");
	expect(settings.log_error_verbosity).toBe("terse");
});

test("each setting becomes one argument", () => {
	expect(settingsArgs({ fsync: "on", listen_addresses: "" })).toEqual([
		"-c",
		"fsync=on",
		"-c",
		"listen_addresses=",
	]);
});
