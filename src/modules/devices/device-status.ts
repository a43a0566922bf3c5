/** The severity ladder, as monitoring tools number it. */
export const deviceStatuses = {
	1: "Critical",
	2: "Trouble",
	3: "Attention",
	4: "Service Down",
	5: "Clear",
	7: "Unmanaged",
} as const;

/** Whether the status says anything about the device itself. */
export const monitoringStates = [
	"monitored",
	"not_monitored_yet",
	"unmanaged",
] as const;
