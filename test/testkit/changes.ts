/** Lets notifications arrive: they come a moment after the commit that they tell of. */
export const told = () => new Promise((resolve) => setTimeout(resolve, 100));
