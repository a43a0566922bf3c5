export type EnrolSystem = "linux" | "macos" | "windows" | "api";

/** Where a computer may be enrolled from, and what to do with the line. */
export const enrolSystems: readonly {
	value: EnrolSystem;
	label: string;
	hint: string;
}[] = [
	{
		value: "linux",
		label: "Linux",
		hint: "With the NetBird agent installed, in a terminal",
	},
	{
		value: "macos",
		label: "macOS",
		hint: "With the NetBird agent installed, in Terminal",
	},
	{
		value: "windows",
		label: "Windows",
		hint: "With the NetBird agent installed, in PowerShell as administrator",
	},
	{
		value: "api",
		label: "API",
		hint: "Without an agent, from a script of your own",
	},
];

/**
 * The line that enrols a computer.
 *
 * @param server where Reeve answers, without a slash at its end
 */
export function enrolLine(
	system: EnrolSystem,
	server: string,
	setupKey: string,
): string {
	const up = `netbird up --management-url ${server} --setup-key ${setupKey}`;
	if (system === "windows") return up;
	if (system === "api") return enrolCall(server, setupKey);
	return `sudo ${up}`;
}

function enrolCall(server: string, setupKey: string): string {
	return [
		`curl -X POST '${server}/api/v1/enroll'`,
		`-H 'Authorization: Bearer ${setupKey}'`,
		"-H 'Content-Type: application/json'",
		`-d "{\\"hostname\\":\\"$(hostname)\\"}"`,
	].join(" ");
}
