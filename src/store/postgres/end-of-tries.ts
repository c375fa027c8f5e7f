import { StoreError } from "../../errors.js";
import { isConflict, rulesAdvice } from "./failures.js";

/** What a transaction ends with that has failed so often; nothing where it may be decided again. */
export function endOfTries(error: unknown, tries: number, mostTries: number): unknown {
  if (tries === mostTries || !isConflict(error)) return error;
  // Under locks nobody was faster: the second try is for a record that came from elsewhere in between.
  return tries > 2 && isUniqueRule(error) ? ruleBroken(error) : undefined;
}

/** A rule of a table that a migration made was broken, and not a key that others took as well. */
function isUniqueRule(error: unknown): error is StoreError {
  const { code, constraint = "" } = Object(Object(error).cause) as { code?: string; constraint?: string };
  return code === "23505" && !constraint.endsWith("_pkey");
}

/** What was decided breaks it whenever it is asked. */
function ruleBroken({ cause }: StoreError): StoreError {
  const { constraint } = Object(cause) as { constraint?: string };
  return new StoreError(`PostgreSQL failed (23505, ${constraint}): ${rulesAdvice}.`, {
    retryable: false,
    recordsRefused: true,
    cause,
  });
}
