/** What people put before their own name, without dots. Person keys ignore it, so a change gives people another key. */
export const titles = "mr mrs ms miss mx sir madam";

/** Degrees behind a name, without dots. `MA`, `BA` and `MD` are names too: they are degrees with dots alone. */
export const degrees = "mba msc bsc phd llb llm beng meng bed med mph dds dvm edd bcom bba mphil";
/** What is a degree where it is written with dots. */
export const dottedDegrees = "ma ba md jd";
