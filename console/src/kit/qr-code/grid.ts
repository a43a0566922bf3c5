/** The square of modules: which are dark, and which belong to a pattern that no data and no mask may touch. */
export interface Grid {
	size: number;
	isDark(x: number, y: number): boolean;
	isReserved(x: number, y: number): boolean;
	/** Sets a module of a pattern; outside of the square nothing happens. */
	reserve(x: number, y: number, dark: boolean): void;
	set(x: number, y: number, dark: boolean): void;
}

export function newGrid(size: number): Grid {
	const dark = new Uint8Array(size * size);
	const reserved = new Uint8Array(size * size);
	const isInside = (x: number, y: number) =>
		x >= 0 && y >= 0 && x < size && y < size;
	const set = (x: number, y: number, isDark: boolean) => {
		dark[y * size + x] = isDark ? 1 : 0;
	};
	return {
		size,
		isDark: (x, y) => dark[y * size + x] === 1,
		isReserved: (x, y) => reserved[y * size + x] === 1,
		set,
		reserve(x, y, isDark) {
			if (!isInside(x, y)) return;
			set(x, y, isDark);
			reserved[y * size + x] = 1;
		},
	};
}
