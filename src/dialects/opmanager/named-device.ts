import { notFound } from "../../kernel/errors.ts";
import type { WireCall } from "../dialect.ts";
import { type Narrowing, narrowing } from "./central.ts";
import type { Device } from "./device-shape.ts";

/**
 * The one device that a name means: its exact name, with or without the id of its probe, its address, its label. A
 * call that is narrowed to a probe or a region finds none outside of it. @throws not_found, conflict
 */
export async function findNamed(call: WireCall, name: string): Promise<Device> {
	const narrowed = await narrowing(call);
	const device: Device = await call.run("devices.resolve", { named: name });
	if (!narrowed || !within(device, narrowed)) throw notFound("device", name);
	return device;
}

function within(device: Device, wanted: Narrowing): boolean {
	const has = {
		region_id: device.effective_region_id,
		probe_number: device.probe_number,
		probe_name: device.probe_name,
	};
	return Object.entries(wanted).every(
		([field, value]) => has[field as keyof Narrowing] === value,
	);
}
