import { useQuery } from "@tanstack/react-query";
import { useReeve } from "../../app/reeve.tsx";
import type { Option } from "../../kit/option.ts";

const none: Option[] = [];

/** What a device can be, in the server's words. They do not change while the page is open. */
export function useCategories(): Option[] {
	const { client, accountParam } = useReeve();
	const { data } = useQuery({
		queryKey: [accountParam, "device_categories"],
		queryFn: ({ signal }) => client.devices.listCategories({}, { signal }),
		staleTime: Number.POSITIVE_INFINITY,
		select: ({ data }) =>
			data.map(({ name, title }) => ({ value: name, label: title })),
	});
	return data ?? none;
}
