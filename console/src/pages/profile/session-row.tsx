import Monitor from "lucide-react/icons/monitor";
import Smartphone from "lucide-react/icons/smartphone";
import type { Session } from "../../../../generated/client.ts";
import { useWrite } from "../../app/use-write.ts";
import { deviceWords } from "../../format/device-words.ts";
import { Time } from "../../format/time.tsx";
import { Badge } from "../../kit/badge.tsx";
import { Button } from "../../kit/button.tsx";
import classes from "./profile.module.css";

const methodWords: Record<Session["methods"][number], string> = {
	password: "password",
	totp: "app",
	passkey: "passkey",
	recovery_code: "recovery code",
	sso: "single sign-on",
};

/** One browser in which the person is signed in. */
export function SessionRow({ session }: { session: Session }) {
	const { id, current, user_agent, methods } = session;
	const device = deviceWords(user_agent);
	const Icon = /iPhone|iPad|Android/.test(device) ? Smartphone : Monitor;
	const write = useWrite({
		call: ({ client }) => client.sessions.end({ id }),
		changes: ["sessions"],
		done: "Session ended",
	});
	return (
		<li className={classes.row}>
			<Icon className={classes.icon} aria-hidden="true" />
			<div className={classes.words}>
				<p className={classes.name} title={user_agent}>
					{device} {current ? <Badge kind="accent">This one</Badge> : null}
				</p>
				<p className={classes.facts}>
					<span>{session.last_used_address ?? session.address}</span>
					<span>
						Last used{" "}
						<Time value={session.last_used_at ?? session.created_at} />
					</span>
					<span>
						Signed in <Time value={session.created_at} /> by{" "}
						{methods.map((method) => methodWords[method]).join(" and ")}
					</span>
				</p>
			</div>
			{current ? null : (
				<Button
					aria-label={`End the session of ${device}`}
					pending={write.isPending}
					onClick={() => write.mutate(undefined)}
				>
					End
				</Button>
			)}
		</li>
	);
}
