import type { Tenant } from "../../../../generated/client.ts";
import { DeleteTenant } from "./delete-tenant.tsx";
import { SubscribeTenant } from "./subscribe-tenant.tsx";
import { SuspendTenant } from "./suspend-tenant.tsx";
import { UnlinkTenant } from "./unlink-tenant.tsx";

export type TenantDialog = "suspend" | "unlink" | "delete" | "subscribe";

export interface TenantDialogProps {
	tenant: Tenant;
	onClose: () => void;
	/** Leaves the page of a tenant who is gone. */
	onGone?: (() => Promise<void>) | undefined;
}

/** Whichever dialog about a tenant is open. */
export function TenantDialogs({
	open,
	...props
}: TenantDialogProps & { open: TenantDialog | undefined }) {
	switch (open) {
		case "suspend":
			return <SuspendTenant {...props} />;
		case "unlink":
			return <UnlinkTenant {...props} />;
		case "delete":
			return <DeleteTenant {...props} />;
		case "subscribe":
			return <SubscribeTenant {...props} />;
		default:
			return null;
	}
}
