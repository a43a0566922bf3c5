import type { WireCall, WireRoute } from "../dialect.ts";
import { narrowing } from "./central.ts";
import { ownersOf } from "./customer-names.ts";
import {
	type Device,
	deviceRow,
	deviceRowExample,
	deviceRowSchema,
	deviceRowV1Schema,
	placeOf,
} from "./device-shape.ts";
import { endpoint } from "./endpoint.ts";
import {
	descending,
	gridOf,
	gridParameters,
	gridSchema,
	readAll,
	readPage,
} from "./grid.ts";
import { namedDevice } from "./managed-object-id.ts";
import {
	choice,
	flag,
	integer,
	listOf,
	type Parameters,
	text,
	type Values,
} from "./parameter.ts";

const tag = "Devices";

/** Columns one may sort by, and what each is in the core. */
const sortByColumn = choice("The column to sort by", {
	deviceName: "name",
	displayName: "display_name",
	ipaddress: "ip_address",
	category: "category",
	type: "type",
	vendorName: "vendor",
	statusStr: "status",
	statusNum: "status",
	interfaceCount: "interface_count",
	addedTime: "created_at",
});

const sharedParameters = {
	category: text("Exactly this category, by its key"),
	type: text("Exactly this type"),
	vendorName: text("Exactly this vendor"),
	severity: listOf(
		integer(
			"1 critical, 2 trouble, 3 attention, 4 service down, 5 clear, 7 unmanaged or unknown",
			1,
			11,
		),
		11,
	),
	deviceName: text("Exactly this device", { lengthMax: 300 }),
	...gridParameters,
	sortByColumn,
	sortByType: descending,
} satisfies Parameters;

const v1Parameters = {
	...sharedParameters,
	Category: text("As category; older clients spell it so"),
	vendor: text("As vendorName"),
	protocol: choice("What it is polled by", {
		all: undefined,
		ICMP: "ICMP",
		SNMP: "SNMP",
		TCP: "TCP",
	}),
	customFields: listOf(
		text("Names of custom fields; each becomes a field of the rows", {
			lengthMax: 100,
		}),
	),
	getInterfaces: flag("Whether rows list their interfaces"),
} satisfies Parameters;

type Shared = Values<typeof sharedParameters>;
type V1 = Values<typeof v1Parameters>;

export const deviceListRoutes: readonly WireRoute[] = [
	...endpoint({
		paths: ["device/listDevices", "admin/listDevices"],
		access: "read",
		operation: "devices.list",
		scope: "all_customers",
		summary:
			"List devices: a bare array, or a grid when page or rows are given",
		tag,
		parameters: v1Parameters,
		answer: {
			description: "The devices",
			schema: {
				anyOf: [
					{ type: "array", items: deviceRowV1Schema },
					gridSchema(deviceRowV1Schema),
				],
			},
			example: [deviceRowExample],
		},
		absent: (values) => (isPaged(values) ? gridOf([], 0, values) : []),
		handle: listFirstVersion,
	}),
	...endpoint({
		paths: ["v2/device/listDevices"],
		access: "read",
		operation: "devices.list",
		scope: "all_customers",
		summary: "List devices, filtered and page by page",
		tag,
		parameters: sharedParameters,
		answer: {
			description: "A page of devices; total counts pages, records devices",
			schema: gridSchema(deviceRowSchema),
			example: gridOf([deviceRowExample], 1, {}),
		},
		absent: (values) => gridOf([], 0, values),
		handle: (call, values) => listGrid(call, values, filtersOf(values)),
	}),
];

function isPaged({ page, rows }: Shared): boolean {
	return page !== undefined || rows !== undefined;
}

async function listFirstVersion(call: WireCall, values: V1) {
	const { protocol } = values;
	const filters = {
		...filtersOf({
			...values,
			category: values.category ?? values.Category,
			vendorName: values.vendorName ?? values.vendor,
		}),
		...(protocol === undefined ? {} : { protocol }),
	};
	if (isPaged(values)) return listGrid(call, values, filters, extrasOf(values));
	const narrowed = await narrowing(call);
	const devices = narrowed
		? await readAll<Device>(call, "devices.list", { ...filters, ...narrowed })
		: [];
	return rowsOf(call, devices, extrasOf(values));
}

async function listGrid(
	call: WireCall,
	values: Shared,
	filters: Record<string, unknown>,
	extras?: Extras,
) {
	const narrowed = await narrowing(call);
	if (!narrowed) return gridOf([], 0, values);
	const { rows, records } = await readPage<Device>(
		call,
		"devices.list",
		{ ...filters, ...narrowed },
		values,
	);
	return gridOf(await rowsOf(call, rows, extras), records, values);
}

/** The vendor's filters in the words of the operation; what was not sent is left out. */
function filtersOf(values: Shared): Record<string, unknown> {
	const { category, type, vendorName, severity, deviceName } = values;
	const { sortByColumn: column, sortByType } = values;
	const filters = {
		category,
		type,
		vendor: vendorName,
		status: severity,
		...(deviceName === undefined ? {} : namedDevice(deviceName)),
		sort: column && `${sortByType ? "-" : ""}${column}`,
	};
	return Object.fromEntries(
		Object.entries(filters).filter(([, value]) => value !== undefined),
	);
}

type Extras = (device: Device) => Record<string, unknown>;

/** Fields that the caller asked for by name; those of the row itself are never covered by them. */
function extrasOf({ customFields = [], getInterfaces }: V1): Extras {
	return ({ custom_fields: has }) =>
		Object.fromEntries([
			...customFields.map((name) => [
				name,
				Object.hasOwn(has, name) ? has[name] : "",
			]),
			// No interface of any device is known yet, which is what interfaceCount says as well.
			...(getInterfaces ? [["interfaces", []]] : []),
		]);
}

async function rowsOf(
	call: WireCall,
	devices: readonly Device[],
	extras: Extras = () => ({}),
) {
	const nowMs = call.resources.clock.nowMs();
	const ownerOf = await ownersOf(call, devices);
	const isProvider = call.caller.home.kind === "provider";
	return devices.map((device) => ({
		...extras(device),
		...deviceRow(device, nowMs),
		...ownerOf(device),
		...(isProvider ? placeOf(device) : {}),
	}));
}
