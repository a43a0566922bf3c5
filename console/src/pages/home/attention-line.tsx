import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import type { Attention } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { kindListedBy, useThingLinks } from "../../app/thing-pages.ts";
import { attentionTold } from "../../format/attention-words.ts";
import { formatNumber } from "../../format/numbers.ts";
import { Time } from "../../format/time.tsx";
import { onlySearch } from "../../list/only-search.ts";
import classes from "./home.module.css";

/** One thing that needs attention: what and how many, where, which for example, and since when. */
export function AttentionLine({ item }: { item: Attention }) {
	const { isAll } = useReeve();
	const { account, since } = item;
	return (
		<li className={classes.line} data-one={!isAll || undefined}>
			<span className={classes.what}>
				<Told item={item} />
			</span>
			{isAll ? (
				<Link
					to="/a/$account"
					params={{ account: account.id }}
					className={classes.where}
				>
					{account.name}
				</Link>
			) : null}
			<span className={classes.examples}>
				<Examples item={item} />
			</span>
			<span className={classes.since}>
				{since === null ? null : (
					<>
						since <Time value={since} />
					</>
				)}
			</span>
		</li>
	);
}

/** The way to all of them: the list narrowed to just what was counted. */
function Told({ item }: { item: Attention }) {
	const { toList } = useThingLinks();
	const { kind, account, list } = item;
	const link = toList(
		kindListedBy(list.operation),
		account.id,
		onlySearch(list.filter, kind),
	);
	const words = attentionTold(item);
	return link ? <Link {...link}>{words}</Link> : words;
}

function Examples({ item }: { item: Attention }) {
	const { toThing } = useThingLinks();
	const { examples, account, list, count, kind } = item;
	const rest = count - examples.length;
	return (
		<>
			{examples.map(({ id, name }, at) => {
				const link = toThing(kindListedBy(list.operation), account.id, id);
				return (
					<Fragment key={id}>
						{at > 0 ? ", " : ""}
						{link ? <Link {...link}>{name || id}</Link> : name || id}
					</Fragment>
				);
			})}
			{examples.length > 0 && rest > 0 && kind !== "calls_limited"
				? ` and ${formatNumber(rest)} more`
				: ""}
		</>
	);
}
