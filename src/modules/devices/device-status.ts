import Type, { type Static } from "typebox";
import { object } from "../../kernel/index.ts";

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

/** How many devices stand on each step of the ladder that somebody should look at; suppressed ones are left out. */
export const Alarms = object({
	critical: Type.Integer(),
	trouble: Type.Integer(),
	attention: Type.Integer(),
	service_down: Type.Integer(),
});
export type Alarms = Static<typeof Alarms>;
