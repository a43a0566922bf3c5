import type { Tenant } from "../../../../generated/client.ts";
import type { Option } from "../../kit/option.ts";

export const licenceTypes: Record<Tenant["license_type"], string> = {
	term: "For a term",
	msla: "By use (MSLA)",
};

export const licenceOptions = Object.entries(licenceTypes).map(
	([value, label]) => ({ value, label }),
) as Option<Tenant["license_type"]>[];

/** The packages that are sold, under the numbers that clients of the vendor know. */
const packages: Record<Tenant["package_id"], string> = {
	99: "Umbrella Professional",
	101: "Umbrella Platform",
	107: "Umbrella Insights",
	171: "Cisco Umbrella for Wireless LAN",
	202: "Cisco Umbrella for EDU",
	246: "Umbrella DNS Security Essentials",
	248: "Umbrella DNS Security Advantage",
	250: "Umbrella SIG Essentials",
	252: "Umbrella SIG Advantage",
	312: "Umbrella NFR MSP DNS Advantage",
};

export const packageOptions: Option[] = Object.entries(packages).map(
	([value, label]) => ({ value, label }),
);
