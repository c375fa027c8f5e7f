/** What people put before their own name, without dots. Person keys ignore it, so a change gives people another key. */
export const titles =
  "h hj haji hajah kh ust ustaz ustadz dr drs dra drg ir prof pak bapak bpk bu ibu mas mbak sdr sdri tn ny nn";

/** Degrees behind a name, without dots: person keys ignore them behind a comma or where they are written with dots. */
export const degrees =
  "se sh mh st mt mm skom mkom spd mpd ssos ssi msi sag mag sip map mip spsi mpsi sfarm apt sked skep ns skm mkes sgz sp mp spt shut spi stp sds sikom mikom samb sst sstp strkep amd amdkeb amdkep skh mkn mhum shum shi mhi sei spdi mpdi ssn msn spa spb spjp spog sppd spm lc";
