import type { AnyOperation } from "../../kernel/index.ts";
import { createDevice } from "./create-device.ts";
import { deleteDevice } from "./delete-device.ts";
import { getDevice } from "./get-device.ts";
import { listDeviceCategories } from "./list-categories.ts";
import { listDevices } from "./list-devices.ts";
import { resolveDevice } from "./resolve-device.ts";
import { setManaged } from "./set-managed.ts";
import { setSuppressed } from "./set-suppressed.ts";
import { updateDevice } from "./update-device.ts";

export const deviceOperations: readonly AnyOperation[] = [
	listDevices,
	getDevice,
	resolveDevice,
	createDevice,
	updateDevice,
	deleteDevice,
	setManaged,
	setSuppressed,
	listDeviceCategories,
];

export { deviceCategories, deviceCategoryNames } from "./device-categories.ts";
export { Alarms, deviceStatuses } from "./device-status.ts";
