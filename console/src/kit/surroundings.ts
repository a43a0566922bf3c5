import {
	type RefObject,
	useEffect,
	useState,
	useSyncExternalStore,
} from "react";

/** The width of an element in pixels, kept up to date; 0 before it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
	const [width, setWidth] = useState(0);
	useEffect(() => {
		const observed = element.current;
		if (!observed) return;
		const observer = new ResizeObserver(([entry]) => {
			setWidth(Math.floor(entry?.contentRect.width ?? 0));
		});
		observer.observe(observed);
		return () => observer.disconnect();
	}, [element]);
	return width;
}

const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

function subscribeToTheme(listener: () => void): () => void {
	const observer = new MutationObserver(listener);
	observer.observe(document.documentElement, {
		attributeFilter: ["data-theme"],
	});
	systemDark.addEventListener("change", listener);
	return () => {
		observer.disconnect();
		systemDark.removeEventListener("change", listener);
	};
}

/** Another text whenever the colours become others, by choice or by the system. */
export function useThemeMark(): string {
	return useSyncExternalStore(
		subscribeToTheme,
		() => `${document.documentElement.dataset.theme}/${systemDark.matches}`,
	);
}
