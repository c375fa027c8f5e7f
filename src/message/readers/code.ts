import { accountFor, type Explain, isSaid, phrasesIn, questionMark, wordsIn } from "../doubt.js";
import type { CodeFinding } from "../find-code.js";
import { isOfCode } from "../find-code.js";
import type { Lexicon } from "../lexicon.js";
import { namesPerson } from "../named-person.js";
import { type ParsedMessage, sureOrNot } from "../parsed-message.js";
import { findPhrase } from "../phrases.js";
import { explainsPolite } from "../telling.js";
import { type Token, withoutLengthening } from "../tokens.js";
import { longestSpoken, type MessageReading, type MessageText } from "./reader.js";

const refusalSign = /[👎❌✖🚫⛔🙅]/u;

/** `kode saya 7HXW-9TB6 pak`: a booking code, and nothing that could mean more than to confirm it. */
export function readCode({ text, tokens, shape, code }: MessageText): MessageReading | undefined {
  if (text.length > longestSpoken) return undefined;
  const found = code();
  if (found.kind === "problem") return { parsed: codeProblem(found), left: 2 };
  if (found.kind === "none") return undefined;
  const { lexicon } = shape;
  const beside = withoutLengthening(tokens().filter((token) => isSaid(token) && !isOfCode(token, found)));
  const { doubts, left } = accountFor(text, beside, explainsBesideCode(text, lexicon), lexicon);
  const refusal = refusalSign.exec(text);
  const signs = refusal === null ? [] : [{ text: refusal[0], index: refusal.index, why: "negated" as const }];
  return {
    parsed: sureOrNot({ kind: "code", code: found.code }, [...doubts, ...signs]),
    left: left + signs.length,
  };
}

function explainsBesideCode(text: string, lexicon: Lexicon): readonly Explain[] {
  const { assents, codeLabels, codeAsides, courtesies, timeWords } = lexicon;
  const known = phrasesIn(assents, codeLabels, codeAsides);
  return [
    questionMark,
    (tokens, index) => {
      const other = findPhrase(lexicon.commands, tokens, index);
      return other === undefined || lexicon.commandFillers.has(other.words.join(" "))
        ? undefined
        : "second-act";
    },
    (tokens, index) => {
      const next = known(tokens, index);
      const isBeforeTime = typeof next === "number" && timeWords.before.has(tokens[next - 1]?.text ?? "");
      return isBeforeTime ? skipNumbers(tokens, next) : next;
    },
    explainsPolite(text, lexicon),
    namesPerson(text, lexicon),
    phrasesIn(courtesies),
    wordsIn(lexicon.commandFillers, lexicon.keywords),
  ];
}

/** "sebelum pukul 09.10" */
function skipNumbers(tokens: readonly Token[], from: number): number {
  let index = from;
  while (index < tokens.length && tokens[index]?.kind !== "word") index++;
  return index;
}

export function codeProblem({
  code,
  index,
  found,
}: CodeFinding & { readonly kind: "problem" }): ParsedMessage & { readonly kind: "not-understood" } {
  const problem = { code, field: "code", index, expected: "one booking code" };
  return { kind: "not-understood", problems: [found === "" ? problem : { found, ...problem }] };
}
