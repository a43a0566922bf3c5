import { Link } from "@tanstack/react-router";
import LogIn from "lucide-react/icons/log-in";
import { useReeve } from "../reeve.tsx";
import classes from "./account-band.module.css";

/** Says in whose account one works when that is not one's own. It stays in view on every page of it. */
export function AccountBand() {
	const { account, home, isExternal } = useReeve();
	if (!isExternal) return null;
	return (
		<section className={classes.band} aria-label="Account you work in">
			<LogIn aria-hidden="true" />
			<p className={classes.words}>
				You work in <strong>{account.name}</strong>
				<span className={classes.more}>
					{" "}
					· everything you do is noted there as External
				</span>
				{account.status === "suspended" ? " · suspended" : null}
			</p>
			<Link
				to="/a/$account"
				params={{ account: home.id }}
				className={classes.back}
			>
				Leave
			</Link>
		</section>
	);
}
