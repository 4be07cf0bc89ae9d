export const endings = {};
