import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Audit as AuditEvent } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { useThingLinks } from "../../app/thing-pages.ts";

/** Makes what names the thing of an event a link to its page, where it has one. */
export function TargetLink({
	event,
	children,
}: {
	event: AuditEvent;
	children: ReactNode;
}) {
	const { home } = useReeve();
	const { toThing } = useThingLinks();
	const { type, id } = event.target;
	if (id === null) return children;
	// A tenant is looked at in its provider's account, also when its own log tells of it.
	const account = type === "tenant" ? home.id : event.account_id;
	const link = toThing(type, account, id);
	return link ? <Link {...link}>{children}</Link> : children;
}

/** The number of the key that was used, with the way to its page; of sessions and machines the number alone. */
export function CredentialLink({ event }: { event: AuditEvent }) {
	const { may } = useReeve();
	const { toThing } = useThingLinks();
	const { credential_id, actor, surface } = event;
	if (credential_id === null) return "–";
	const isKey = surface !== "console" && may("keys.get");
	const account = actor.account_id ?? event.account_id;
	const link = isKey ? toThing("key", account, credential_id) : undefined;
	return link ? <Link {...link}>{credential_id}</Link> : credential_id;
}
