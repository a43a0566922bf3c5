/** The severity ladder, as monitoring tools number it. */
export const deviceStatuses = {
	1: "Critical",
	2: "Trouble",
	3: "Attention",
	4: "Service Down",
	5: "Clear",
	7: "Unmanaged",
} as const;

/** A device that nobody watches: not managed, or never polled yet. */
export const NOT_WATCHED = 7;

/** Whether the status says anything about the device itself. */
export const monitoringStates = [
	"monitored",
	"not_monitored_yet",
	"unmanaged",
] as const;
