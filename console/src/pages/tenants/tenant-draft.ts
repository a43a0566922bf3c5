import type { Tenant } from "../../../../generated/client.ts";
import { needsName } from "../../form/needs-name.ts";

/** The fields of a tenant that a form of it has, the same for a new one and for a change. */
export interface TenantDraft {
	name: string;
	seats: number | null;
	package_id: string;
	license_type: Tenant["license_type"];
	is_trial: boolean;
	admin_emails: string[];
	street_address: string;
	street_address2: string;
	zip_code: string;
	city: string;
	state: string;
	country_code: string;
	verified_ranges: string[];
}

const PACKAGE = 248;

export function draftOf(tenant: Tenant | undefined): TenantDraft {
	return {
		name: tenant?.name ?? "",
		seats: tenant?.seats ?? 1,
		package_id: String(tenant?.package_id ?? PACKAGE),
		license_type: tenant?.license_type ?? "term",
		is_trial: tenant?.is_trial ?? true,
		admin_emails: tenant?.admin_emails ?? [],
		street_address: tenant?.street_address ?? "",
		street_address2: tenant?.street_address2 ?? "",
		zip_code: tenant?.zip_code ?? "",
		city: tenant?.city ?? "",
		state: tenant?.state ?? "",
		country_code: tenant?.country_code ?? "",
		verified_ranges: tenant?.verified_ranges ?? [],
	};
}

/** As the call wants it. */
export function inputOf<D extends TenantDraft>({
	seats,
	package_id,
	...draft
}: D) {
	return {
		...draft,
		seats: seats ?? 1,
		package_id: Number(package_id) as Tenant["package_id"],
	};
}

export function checkTenant(draft: TenantDraft) {
	return {
		...needsName(draft),
		...(draft.seats === null ? { seats: "Give a number, at least 1." } : {}),
	};
}
