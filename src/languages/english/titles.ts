/** What people put before their own name, without dots. Person keys ignore it, so a change gives people another key. */
export const titles = "mr mrs ms miss mx sir madam";
