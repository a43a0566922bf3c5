/** What a provider may sell to a customer, under the numbers that clients know. */
export const packageNames = {
	99: "Umbrella Professional",
	101: "Umbrella Platform",
	107: "Umbrella Insights",
	171: "Cisco Umbrella for Wireless LAN",
	202: "Cisco Umbrella for EDU",
	246: "Umbrella DNS Security Essentials",
	248: "Umbrella DNS Security Advantage",
	250: "Umbrella SIG Essentials",
	252: "Umbrella SIG Advantage",
	312: "Umbrella Not for Resale (NFR) MSP DNS Advantage",
} as const satisfies Record<number, string>;

export const packageIds = Object.keys(packageNames).map(Number);

/** The name of a package; of one that is sold no more, its number. */
export function packageName(id: number): string {
	return (packageNames as Record<number, string>)[id] ?? `Package ${id}`;
}
