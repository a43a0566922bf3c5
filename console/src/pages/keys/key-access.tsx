import { useMemo, useState } from "react";
import type { Key } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import { Button } from "../../kit/button.tsx";
import { Card } from "../../kit/card.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { Section } from "../../kit/section.tsx";
import { AccountName } from "../../list/account-column.tsx";
import { accessSentence } from "./access-words.ts";
import { type CatalogueModule, modulesOf, useCatalogue } from "./catalogue.ts";
import classes from "./key-access.module.css";
import { RightMark } from "./right-mark.tsx";

/** What a key opens, in words and as a list, and how it is narrowed. */
export function KeyAccess({ apiKey }: { apiKey: Key }) {
	const catalogue = useCatalogue();
	const entries = catalogue.data?.data;
	const modules = useMemo(() => modulesOf(entries ?? []), [entries]);
	const titles = useMemo(
		() => new Map(modules.map(({ name, title }) => [name, title])),
		[modules],
	);
	return (
		<Section title="Access">
			<Card>
				<p>{accessSentence(apiKey, titles)}</p>
				<Given apiKey={apiKey} modules={modules} />
			</Card>
			<Narrowing apiKey={apiKey} />
		</Section>
	);
}

function Given({
	apiKey: { access },
	modules,
}: {
	apiKey: Key;
	modules: readonly CatalogueModule[];
}) {
	if (access.type === "modules") {
		const given = modules.filter(
			({ name }) => levelOf(access, name) !== "none",
		);
		return (
			<ul className={classes.levels}>
				{given.map(({ name, title }) => (
					<li key={name}>
						{title}
						<RightMark access={levelOf(access, name) as "read" | "write"} />
					</li>
				))}
			</ul>
		);
	}
	if (access.type === "operations")
		return <Operations ids={access.operations ?? []} modules={modules} />;
	return null;
}

function levelOf({ modules }: Key["access"], name: string) {
	return modules?.[name] ?? "none";
}

const SHOWN_MAX = 12;

function Operations({
	ids,
	modules,
}: {
	ids: readonly string[];
	modules: readonly CatalogueModule[];
}) {
	const [isWhole, setWhole] = useState(ids.length <= SHOWN_MAX);
	const known = new Map(
		modules.flatMap(({ entries }) => entries.map((one) => [one.id, one])),
	);
	const shown = isWhole ? ids : ids.slice(0, SHOWN_MAX);
	return (
		<>
			<ul className={classes.operations}>
				{shown.map((id) => {
					const entry = known.get(id);
					return (
						<li key={id}>
							<span>
								{entry?.summary} <code>{id}</code>
							</span>
							{entry ? <RightMark access={entry.access} /> : null}
						</li>
					);
				})}
			</ul>
			{isWhole ? null : (
				<Button variant="quiet" onClick={() => setWhole(true)}>
					Show{" "}
					{countOf(ids.length - SHOWN_MAX, "more operation", "more operations")}
				</Button>
			)}
		</>
	);
}

/** Where from and where to, as far as it is held to that. */
function Narrowing({ apiKey }: { apiKey: Key }) {
	const { account } = useReeve();
	const { allowed_addresses, tenants, require_account } = apiKey;
	const isProvider = account.kind === "provider";
	return (
		<Card>
			<KeyValueList
				items={[
					{
						label: "From",
						value:
							allowed_addresses.length > 0
								? allowed_addresses.join(", ")
								: "Any address",
					},
					isProvider && {
						label: "Tenants",
						value: tenants ? (
							<Tenants ids={tenants} />
						) : (
							"All that its user reaches"
						),
					},
					isProvider && {
						label: "Calls without an account",
						value: require_account ? "Refused" : "Run in its own account",
					},
				]}
			/>
		</Card>
	);
}

function Tenants({ ids }: { ids: readonly string[] }) {
	return ids.map((id, at) => (
		<span key={id}>
			{at > 0 ? ", " : null}
			<AccountName id={id} />
		</span>
	));
}
