import type { Tenant } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { Time } from "../../format/time.tsx";
import { Banner } from "../../kit/banner.tsx";
import { Button } from "../../kit/button.tsx";
import { useOwnReach } from "./own-reach.ts";
import { useInvite, useResume } from "./tenant-actions.tsx";

/** What is to know first of a tenant, and what to do about it. */
export function TenantBanner({ tenant }: { tenant: Tenant }) {
	switch (tenant.status) {
		case "existing":
			return <Existing tenant={tenant} />;
		case "invited":
			return (
				<Banner title="Waiting for its owner">
					The owner of this account was asked <Time value={tenant.invited_at} />{" "}
					to become your tenant. It stays its own until they accept.
				</Banner>
			);
		case "suspended":
			return <Suspended tenant={tenant} />;
		default:
			return <Unreached tenant={tenant} />;
	}
}

function Existing({ tenant }: { tenant: Tenant }) {
	const { may } = useReeve();
	const invite = useInvite(tenant);
	return (
		<Banner
			kind="warning"
			title={`An account with the domain ${tenant.domain} exists already`}
			action={
				may("tenants.invite") ? (
					<Button
						onClick={() => invite.mutate(undefined)}
						pending={invite.isPending}
					>
						Invite
					</Button>
				) : null
			}
		>
			So none was made. Invite it: once its owner accepts, it is your tenant,
			with the grants below.
		</Banner>
	);
}

function Suspended({ tenant }: { tenant: Tenant }) {
	const { may } = useReeve();
	const resume = useResume(tenant);
	return (
		<Banner
			kind="danger"
			title="Suspended: nobody may work in it"
			action={
				may("tenants.resume") ? (
					<Button
						onClick={() => resume.mutate(undefined)}
						pending={resume.isPending}
					>
						Resume
					</Button>
				) : null
			}
		>
			Since <Time value={tenant.suspended_at} />. Its data is all there.
		</Banner>
	);
}

function Unreached({ tenant }: { tenant: Tenant }) {
	const { isSuccess, data: role } = useOwnReach(tenant);
	if (!isSuccess || role) return null;
	return (
		<Banner>
			No group of yours reaches this tenant, so you cannot go in. Grant it to a
			group that you are in.
		</Banner>
	);
}
