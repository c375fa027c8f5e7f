/** One message that a bot sends; what it says can be understood from `text` alone. */
export interface Reply {
  /** The sender who is answered, as the message named them. */
  readonly to: string;
  /** Plain text, at most 1000 characters; a booking code stands on a line of its own. */
  readonly text: string;
  /** What the person may want to send next; a channel without buttons leaves them out. */
  readonly choices?: readonly Choice[];
  readonly image?: ReplyImage;
}

/** A button: tapping it sends `text`, a whole message. */
export interface Choice {
  /** At most 20 characters. */
  readonly label: string;
  readonly text: string;
}

/** A picture of the booking code, such as `pngBarcode` of `giliran/barcode` makes. */
export interface ReplyImage {
  readonly data: Uint8Array;
  readonly mediaType: string;
  /** A file name. */
  readonly name: string;
  /** The picture in words, for those who can't see it. */
  readonly alt: string;
}
