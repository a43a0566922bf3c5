import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { CallOptions } from "../../../generated/client.ts";
import { Breadcrumbs } from "../kit/breadcrumbs.tsx";
import { AccountFirst } from "./account-first.tsx";
import type { Client } from "./client.ts";
import type { ListPath } from "./list-path.ts";
import { Loaded } from "./loaded.tsx";
import { Page } from "./page.tsx";
import { useReeve } from "./reeve.tsx";
import { NotFoundPage } from "./route-error.tsx";

/** The list that a thing stands in. */
export interface ThingList {
	to: ListPath;
	/** As the list's own page is called: "Regions". */
	label: string;
}

export interface ThingPageProps<T extends { name: string }> {
	/** The noun of the query key, as writes name what they change: "regions". */
	noun: string;
	/** What it is, in a word or two: the title until its own is known. */
	what: string;
	id: string;
	/** The operation that reads it: `(client) => client.regions.get`. */
	get: (
		client: Client,
	) => (input: { id: string }, options?: CallOptions) => Promise<T>;
	/** How often it is read again; never unless said. */
	refreshMs?: number | ((thing: T | undefined) => number);
	/** The way back; of a function where it depends on the thing. */
	list: ThingList | ((thing: T | undefined) => ThingList);
	/** What it is called; its name unless said. */
	title?: (thing: T) => string;
	description?: (thing: T) => ReactNode;
	/** What stands beside the heading: a badge with its state. */
	status?: (thing: T) => ReactNode;
	/** The buttons, the main one last. */
	actions?: (thing: T) => ReactNode;
	children: (thing: T) => ReactNode;
}

/** Every thing has a number; an address with anything else in its place is mistyped. */
const NUMBER = /^[1-9]\d{0,17}$/;

/** The page of one thing: what it is called, the way back to the list of them, what can be done to it, its parts. */
export function ThingPage<T extends { name: string }>(
	props: ThingPageProps<T>,
) {
	if (!NUMBER.test(props.id)) return <NotFoundPage />;
	return (
		<AccountFirst title={props.what}>
			<OneThing {...props} />
		</AccountFirst>
	);
}

function OneThing<T extends { name: string }>(props: ThingPageProps<T>) {
	const { noun, id, get, refreshMs, children } = props;
	const { client, accountParam } = useReeve();
	const query = useQuery({
		queryKey: [accountParam, noun, id],
		queryFn: ({ signal }) => get(client)({ id }, { signal }),
		refetchInterval: ({ state }) =>
			typeof refreshMs === "function"
				? refreshMs(state.data)
				: (refreshMs ?? false),
	});
	const thing = query.data;
	const { title = ({ name }: T) => name } = props;
	const heading = thing ? title(thing) : props.what;
	return (
		<Page
			title={heading}
			description={thing && props.description?.(thing)}
			back={
				<WayBack
					list={
						typeof props.list === "function" ? props.list(thing) : props.list
					}
					label={heading}
				/>
			}
			status={thing && props.status?.(thing)}
			curl={(asked) => get(asked)({ id })}
			actions={thing && props.actions?.(thing)}
		>
			<Loaded query={query}>{children}</Loaded>
		</Page>
	);
}

function WayBack({ list, label }: { list: ThingList; label: string }) {
	const { accountParam: account } = useReeve();
	const link = <Link to={list.to} params={{ account }} />;
	return (
		<Breadcrumbs items={[{ label: list.label, render: link }, { label }]} />
	);
}
