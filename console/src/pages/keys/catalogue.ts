import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Permission, Role, User } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import type { Level } from "./access-draft.ts";

/** One operation that a key can open. */
export type CatalogueEntry = Permission["data"][number];

/** A module of the catalogue, with what of it may be given. */
export interface CatalogueModule {
	name: string;
	title: string;
	entries: CatalogueEntry[];
	/** The levels that may be given, none first. */
	levels: Level[];
}

type RoleName = User["role"];

const FRESH_MS = 10 * 60_000;

/** Every operation that a key can open, with its sentence. The server answers them all at once. */
export function useCatalogue() {
	const { client, accountParam } = useReeve();
	return useQuery({
		queryKey: [accountParam, "permissions"],
		queryFn: ({ signal }) => client.permissions.list({}, { signal }),
		staleTime: FRESH_MS,
	});
}

/**
 * What may be given to a key: for one's own, what one may do oneself; for a service user's, what that user's role may.
 *
 * @param role of the service user; nothing for one's own keys
 */
export function useGrantable(role: RoleName | undefined) {
	const catalogue = useCatalogue();
	const { client, accountParam } = useReeve();
	const roles = useQuery({
		queryKey: [accountParam, "roles"],
		queryFn: ({ signal }) => client.roles.list({}, { signal }),
		staleTime: FRESH_MS,
		enabled: role !== undefined,
	});
	const modules = useMemo(() => {
		const entries = catalogue.data?.data;
		if (!entries) return undefined;
		if (role === undefined)
			return modulesOf(entries.filter(({ grantable }) => grantable));
		const rule = roles.data?.data.find((one) => one.role === role);
		return rule && modulesOf(entries.filter((entry) => allows(rule, entry)));
	}, [catalogue.data, roles.data, role]);
	return {
		modules,
		error: catalogue.error ?? roles.error,
		retry: () => {
			void catalogue.refetch();
			if (role !== undefined) void roles.refetch();
		},
	};
}

function allows(rule: Role["data"][number], entry: CatalogueEntry): boolean {
	if (rule.withheld.includes(entry.id)) return false;
	if (rule.extra.includes(entry.id)) return true;
	const right = rule.rights.find(
		({ module }) => module === entry.module,
	)?.right;
	return right === "write" || right === entry.access;
}

/** Operations by their module, in the order of the catalogue. */
export function modulesOf(
	entries: readonly CatalogueEntry[],
): CatalogueModule[] {
	const found = new Map<string, CatalogueModule>();
	for (const entry of entries) {
		const module = found.get(entry.module) ?? {
			name: entry.module,
			title: entry.module_title,
			entries: [],
			levels: [],
		};
		module.entries.push(entry);
		found.set(entry.module, module);
	}
	for (const module of found.values()) module.levels = levelsOf(module.entries);
	return [...found.values()];
}

function levelsOf(entries: readonly CatalogueEntry[]): Level[] {
	const has = (level: Level) => entries.some(({ access }) => access === level);
	return [
		"none",
		...(has("read") ? (["read"] as const) : []),
		...(has("write") ? (["write"] as const) : []),
	];
}

/** The entries that a search keeps: those whose id, sentence or module has every word of it. */
export function matching(
	modules: readonly CatalogueModule[],
	search: string,
	access: "read" | "write" | undefined,
): CatalogueModule[] {
	const words = search.toLowerCase().split(/\s+/).filter(Boolean);
	return modules
		.map((module) => ({
			...module,
			entries: module.entries.filter(
				(entry) =>
					(access === undefined || entry.access === access) &&
					words.every((word) => textOf(entry).includes(word)),
			),
		}))
		.filter(({ entries }) => entries.length > 0);
}

function textOf({ id, summary, module_title }: CatalogueEntry): string {
	return `${id} ${summary} ${module_title}`.toLowerCase();
}
