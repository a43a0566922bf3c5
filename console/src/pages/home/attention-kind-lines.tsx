import { Link } from "@tanstack/react-router";
import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useState } from "react";
import type { Attention } from "../../../../generated/client.ts";
import { kindListedBy, useThingLinks } from "../../app/thing-pages.ts";
import { ALL } from "../../app/whoami.ts";
import { attentionTold } from "../../format/attention-words.ts";
import { countOf } from "../../format/plurals.ts";
import { Time } from "../../format/time.tsx";
import { Button } from "../../kit/button.tsx";
import { onlySearch } from "../../list/only-search.ts";
import { AttentionLine } from "./attention-line.tsx";
import classes from "./home.module.css";

/** Up to so many accounts have a line each. */
const ACCOUNTS_MAX = 3;

/** One kind of trouble: a line for each account that has it, or one for all of them that opens. */
export function AttentionKindLines({ items }: { items: readonly Attention[] }) {
	const [isOpen, setOpen] = useState(false);
	const [first] = items;
	if (!first) return null;
	const lines = items.map((item) => (
		<AttentionLine key={item.account.id} item={item} />
	));
	if (items.length <= ACCOUNTS_MAX) return lines;
	return (
		<>
			<li className={classes.line}>
				<span className={classes.what}>
					<Together items={items} first={first} />
				</span>
				<span className={classes.where}>
					<Button
						variant="quiet"
						aria-expanded={isOpen}
						icon={
							isOpen ? (
								<ChevronDown aria-hidden="true" />
							) : (
								<ChevronRight aria-hidden="true" />
							)
						}
						onClick={() => setOpen(!isOpen)}
					>
						In {countOf(items.length, "account")}
					</Button>
				</span>
				<span className={classes.examples} />
				<Since items={items} />
			</li>
			{isOpen ? lines : null}
		</>
	);
}

/** The way to all of them in all accounts at once. */
function Together({
	items,
	first: { kind, list },
}: {
	items: readonly Attention[];
	first: Attention;
}) {
	const { toList } = useThingLinks();
	const count = items.reduce((sum, item) => sum + item.count, 0);
	const words = attentionTold({ kind, count });
	const search = onlySearch(list.filter, kind);
	const link = toList(kindListedBy(list.operation), ALL, search);
	return link ? <Link {...link}>{words}</Link> : words;
}

function Since({ items }: { items: readonly Attention[] }) {
	const times = items.flatMap(({ since }) => since ?? []).sort();
	return (
		<span className={classes.since}>
			{times[0] === undefined ? null : (
				<>
					since <Time value={times[0]} />
				</>
			)}
		</span>
	);
}
