import { useRouter } from "@tanstack/react-router";
import CircleUser from "lucide-react/icons/circle-user";
import { IconButton } from "../../kit/icon-button.tsx";
import { Menu, type MenuItem } from "../../kit/menu.tsx";
import { toast } from "../../kit/toast.ts";
import { useReeve } from "../reeve.tsx";
import { signOut } from "../session.ts";
import type { Theme } from "../theme.ts";
import { useTheme } from "../use-theme.ts";
import { openShortcuts } from "./palette-state.ts";

const themes: { value: Theme; label: string }[] = [
	{ value: "system", label: "As the system" },
	{ value: "light", label: "Light" },
	{ value: "dark", label: "Dark" },
];

/** Who one is, how the console looks, and the way out. */
export function UserMenu() {
	const { whoami } = useReeve();
	const [theme, choose] = useTheme();
	const router = useRouter();
	const items: MenuItem[] = [
		{ heading: whoami.user?.email ?? whoami.credential.name },
		Object.hasOwn(router.routesByPath, "/profile") && {
			label: "Profile",
			onSelect: () => void router.navigate({ to: "/profile" as "/" }),
		},
		{ label: "Keyboard shortcuts", hint: "?", onSelect: openShortcuts },
		"separator",
		{ heading: "Theme" },
		...themes.map(({ value, label }) => ({
			label,
			checked: theme === value,
			onSelect: () => choose(value),
		})),
		"separator",
		{ label: "Sign out", onSelect: () => void signOut().catch(toast.problem) },
	];
	return (
		<Menu
			trigger={
				<IconButton
					label="Your menu"
					icon={<CircleUser aria-hidden="true" />}
				/>
			}
			items={items}
		/>
	);
}
