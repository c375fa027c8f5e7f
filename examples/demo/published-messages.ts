/** A message as it was printed in the press of 2017, on the day when it was. */
export interface PublishedMessage {
  readonly date: string;
  readonly text: string;
  readonly where: string;
}

export const publishedMessages: readonly PublishedMessage[] = [
  {
    date: "2017-07-19",
    text: "#Ahmad#20111967#18072017",
    where: "Kompas, 19 July 2017, on Jakarta Pusat: by then the arrival date was past",
  },
  {
    date: "2017-08-07",
    text: "#BUDI#25011987#07082017",
    where: "Antara, 7 August 2017, on Bogor: a visit on the same day",
  },
  {
    date: "2017-08-07",
    text: "NAMA#TGL.LAHIR#ALAMAT",
    where: "berkabar.id, 7 August 2017, on Batam: the template itself",
  },
  {
    date: "2017-08-09",
    text: "#Ariy #02012001 #17082017",
    where: "a blog, 9 August 2017: blanks before each #, and Independence Day",
  },
  {
    date: "2017-08-09",
    text: "#Ariy #02012001 #18082017",
    where: "the same with the next day: the blanks do no harm",
  },
  {
    date: "2017-08-14",
    text: "#Herman#19111994#20082017",
    where: "alinear.id, August 2017 (the day is not given): a Sunday",
  },
];
