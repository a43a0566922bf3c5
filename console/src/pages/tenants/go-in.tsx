import { Link } from "@tanstack/react-router";
import LogIn from "lucide-react/icons/log-in";
import type { Tenant } from "../../../../generated/client.ts";
import { ButtonLink } from "../../kit/button-link.tsx";
import { useOwnReach } from "./own-reach.ts";

/** The way into a tenant, for whoever a grant lets in. */
export function GoIn({ tenant }: { tenant: Tenant }) {
	const { data: role } = useOwnReach(tenant);
	if (!role || tenant.status === "suspended") return null;
	return (
		<ButtonLink
			variant="primary"
			icon={<LogIn aria-hidden="true" />}
			render={<Link to="/a/$account" params={{ account: tenant.id }} />}
		>
			Go into this tenant
		</ButtonLink>
	);
}
