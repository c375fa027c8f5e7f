import { type Chat, createChat, type Desk, indonesian, type MessageFormat } from "giliran";

/** One chat for all offices of a desk; Bali and Jayapura say some things otherwise. */
export function openChat(desk: Desk, format: MessageFormat): Chat {
  return createChat({
    desk,
    format,
    words: indonesian,
    officeWords: {
      bali: {
        visit: (booking, ticket, say) =>
          `${indonesian.visit(booking, ticket, say)}\nBawa KTP dan kartu keluarga yang asli.`,
        help: (example, say) =>
          say.paragraphs("Om swastiastu.", indonesian.help(example, say), "Parkir di Jalan Panjaitan."),
      },
      jayapura: {
        hold: {
          "office-closed": (outcome, say) =>
            say.paragraphs(
              indonesian.hold["office-closed"](outcome, say),
              "Untuk yang mendesak: 0967-533647.",
            ),
        },
      },
    },
  });
}
