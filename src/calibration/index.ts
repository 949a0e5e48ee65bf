/* empty */ export const nothing = 0;
