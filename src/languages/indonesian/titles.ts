/** What people put before their own name, without dots. Person keys ignore it, so a change gives people another key. */
export const titles =
  "h hj haji hajah kh ust ustaz ustadz dr drs dra drg ir prof pak bapak bpk bu ibu mas mbak sdr sdri tn ny nn";
