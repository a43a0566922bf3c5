import { useQuery } from "@tanstack/react-query";
import { useReeve } from "../../app/reeve.tsx";
import type { Option } from "../../kit/option.ts";

const none: Option[] = [];

/** What a device can be, in the server's words. They are the same everywhere, so that one account is asked. */
export function useCategories(): Option[] {
	const { account, clientOf } = useReeve();
	const { data } = useQuery({
		queryKey: [account.id, "device_categories"],
		queryFn: ({ signal }) =>
			clientOf(account.id).devices.listCategories({}, { signal }),
		staleTime: Number.POSITIVE_INFINITY,
		select: ({ data }) =>
			data.map(({ name, title }) => ({ value: name, label: title })),
	});
	return data ?? none;
}
