import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Profile } from "../../../../generated/client.ts";
import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import type { Theme } from "../../app/theme.ts";
import { useTheme } from "../../app/use-theme.ts";
import { FormPage } from "../../form/form-page.tsx";
import { useForm } from "../../form/use-form.ts";
import { Card } from "../../kit/card.tsx";
import { Combobox } from "../../kit/combobox.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { RadioCards } from "../../kit/radio-cards.tsx";
import { Section } from "../../kit/section.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { roleTitle } from "../roles/role-words.ts";
import { profileKey } from "./own-queries.ts";
import classes from "./profile.module.css";
import { zoneOptions } from "./zones.ts";

/** Who one is, and how the console looks. */
export function General() {
	const { client } = useReeve();
	const query = useQuery({
		queryKey: profileKey,
		queryFn: ({ signal }) => client.profile.get({}, { signal }),
	});
	return (
		<>
			<Section title="You">
				<Loaded query={query}>
					{(profile) => <OwnDetails profile={profile} />}
				</Loaded>
			</Section>
			<Section title="Looks" description="In this browser.">
				<Card>
					<div className={classes.narrow}>
						<ThemeChoice />
					</div>
				</Card>
			</Section>
		</>
	);
}

function OwnDetails({ profile }: { profile: Profile }) {
	const { client, home } = useReeve();
	const queries = useQueryClient();
	const zones = useMemo(
		() => zoneOptions(profile.timezone),
		[profile.timezone],
	);
	const form = useForm({
		initial: { name: profile.name, timezone: profile.timezone },
		submit: (values, options) => client.profile.update(values, options),
		check: ({ name }) =>
			name.trim() === "" ? { name: "Enter your name." } : {},
		done: "Profile saved",
		onDone: (saved) => {
			form.reset({ name: saved.name, timezone: saved.timezone });
			queries.setQueryData(profileKey, saved);
			void queries.invalidateQueries({ queryKey: ["whoami"] });
		},
	});
	return (
		<Card>
			<FormPage form={form} action="Save" disabled={!form.isDirty}>
				<KeyValueList
					items={[
						{ label: "E-mail address", value: profile.email },
						{ label: "At home in", value: home.name },
						{ label: "Role there", value: roleTitle(profile.role) },
					]}
				/>
				<TextField
					label="Name"
					description="As others see it, and as the audit log keeps it."
					autoComplete="name"
					{...form.field("name")}
				/>
				<Combobox
					label="Time zone"
					description="For programs that read it through the API; the console shows the zone of your computer."
					options={zones}
					{...form.field("timezone")}
					onChange={(zone) => form.set("timezone", zone ?? "UTC")}
				/>
			</FormPage>
		</Card>
	);
}

const themes: { value: Theme; label: string }[] = [
	{ value: "system", label: "As the system" },
	{ value: "light", label: "Light" },
	{ value: "dark", label: "Dark" },
];

function ThemeChoice() {
	const [theme, choose] = useTheme();
	return (
		<RadioCards
			label="Theme"
			options={themes}
			value={theme}
			onChange={choose}
			minWidth={140}
		/>
	);
}
