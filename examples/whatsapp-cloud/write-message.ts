import type { Choice } from "giliran";

const mostButtons = 3;
const longestTitle = 20;

/** A business-scoped id is another kind of address than a phone number. */
export function addressOf(sender: string): { readonly recipient: string } | { readonly to: string } {
  return /^[A-Z]{2}\./.test(sender) ? { recipient: sender } : { to: sender };
}

/** One message where it can be one: a list can't carry a picture. */
export function writeMessages(text: string, choices: readonly Choice[], imageId?: string): readonly object[] {
  const image = imageId === undefined ? undefined : { type: "image", image: { id: imageId } };
  if (choices.length === 0)
    return [
      image ? { ...image, image: { ...image.image, caption: text } } : { type: "text", text: { body: text } },
    ];
  const body = { text };
  if (choices.length > mostButtons) {
    const rows = choices.map(({ label, text: id }) => ({ id, title: label }));
    const action = { button: "☰", sections: [{ rows }] };
    return [...(image ? [image] : []), { type: "interactive", interactive: { type: "list", body, action } }];
  }
  const buttons = choices.map(({ label, text: id }) => ({
    type: "reply",
    reply: { id, title: label.slice(0, longestTitle) },
  }));
  const header = image && { header: image };
  return [{ type: "interactive", interactive: { type: "button", ...header, body, action: { buttons } } }];
}
