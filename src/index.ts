export type { Alternative } from "./allocation/alternatives.js";
export {
  earliestFirst,
  type FreeSlot,
  leastLoaded,
  nearestTo,
  type Policy,
  type PolicyRequest,
} from "./allocation/policies.js";
export type { CancelOutcome } from "./booking/actions/cancel.js";
export type { ChangePartyOutcome } from "./booking/actions/change-party.js";
export type { ConfirmOutcome } from "./booking/actions/confirm.js";
export type { ExtendOutcome } from "./booking/actions/extend.js";
export type { HoldOutcome } from "./booking/actions/hold.js";
export type { WaitOutcome } from "./booking/actions/join-waiting-list.js";
export type { LedgerDifference, Reconciled } from "./booking/actions/reconcile.js";
export type { RescheduleOutcome } from "./booking/actions/reschedule.js";
export type { Resolved } from "./booking/actions/resolve.js";
export {
  type Actor,
  type Booking,
  type CancelledBooking,
  type Change,
  type ConfirmedBooking,
  type Details,
  dueAt,
  type HeldBooking,
  type LapsedBooking,
  type LiveBooking,
  liveUntil,
  noticeAt,
  type Override,
  occupies,
  type Person,
  type WaitingBooking,
  waitingTurn,
} from "./booking/booking.js";
export type { BookingChange } from "./booking/feed/feed-kinds.js";
export type { Notice, NoticeKind } from "./booking/notice.js";
export type {
  Blocked,
  Busy,
  CodeRefusal,
  Ended,
  Full,
  LimitRefusal,
  Malformed,
  MoveRefusal,
  NotOffered,
  OfficeRefusal,
  RequestIdConflict,
  TooLate,
  Waiting,
  WithAlternatives,
} from "./booking/outcomes.js";
export type { Answer, Day, DayKey, KeptBooking, KeptOutcome, PlaceCount, Sender } from "./booking/records.js";
export type { Conflict } from "./booking/rules/conflict.js";
export { type Chat, createChat } from "./chat/chat.js";
export type { ChatSettings } from "./chat/chat-settings.js";
export type { CommandWords } from "./chat/command-words.js";
export type { Deadline } from "./chat/deadline.js";
export { type ChannelLimits, type FittedReply, fitChoices } from "./chat/fit-choices.js";
export type { OfficeSentences } from "./chat/office-sentences.js";
export type { RefusalWords } from "./chat/refusal-words.js";
export type { About, Choice, Reply, ReplyImage } from "./chat/reply.js";
export type { IncomingMessage } from "./chat/route.js";
export type { PluralForms, Say } from "./chat/say.js";
export type { NoticeReply, NoticeTemplate } from "./chat/tell-notice.js";
export type {
  ActionWords,
  AvailabilityWords,
  ButtonWords,
  ConversationWords,
  DayRoom,
  FieldProblem,
  NoticeWords,
  OfficeWords,
  Sentences,
  SlotRoom,
  Words,
} from "./chat/words.js";
export type { DayAvailability, SlotAvailability } from "./desk/availability.js";
export type {
  CallSignal,
  ChangePartyCall,
  CodeCall,
  HoldCall,
  PersonCall,
  RescheduleCall,
} from "./desk/calls.js";
export type { Changes, ChangesFound, ChangesQuery } from "./desk/changes.js";
export type { OnWrongClock, WrongClock } from "./desk/clock-watch.js";
export type {
  Conflicts,
  ConflictsQuery,
  ResolveConflictsQuery,
  ResolvedConflict,
} from "./desk/conflicts.js";
export { createDesk, type Desk } from "./desk/desk.js";
export type { BlockedQuery, DeskSettings, IsBlocked } from "./desk/desk-settings.js";
export type { FindQuery, NoShows } from "./desk/find-bookings.js";
export type { Notes, SenderNote } from "./desk/notes.js";
export type { DueNotice, DueNoticesQuery, Notices } from "./desk/notices.js";
export type {
  Observe,
  Observed,
  ObservedBatch,
  ObservedError,
  ObservedNotice,
  ObservedOutcome,
} from "./desk/observe.js";
export type { AnswerQuery, AvailabilityQuery, FoundAnswer, NoShowQuery } from "./desk/queries.js";
export type { ForgetCutoffs, PersonQuery, Retention } from "./desk/retention.js";
export { type DetailsSeal, type SealSettings, sealDetails } from "./desk/seal-details.js";
export { BrokenInvariantError, DeadlineError, InvalidConfigError, StoreError } from "./errors.js";
export { english } from "./languages/english/english.js";
export { englishDates, englishVocabulary } from "./languages/english/english-vocabulary.js";
export { indonesian } from "./languages/indonesian/indonesian.js";
export { indonesianDates, indonesianVocabulary } from "./languages/indonesian/indonesian-vocabulary.js";
export { completeRequest } from "./message/complete-request.js";
export type { DateReading } from "./message/dates/read-date.js";
export { defineMessageFormat } from "./message/define-message-format.js";
export type { Doubt, DoubtReason } from "./message/doubt.js";
export { field } from "./message/field.js";
export type { Field, FieldKind, FieldOptions, Value } from "./message/fields/field.js";
export type {
  BesideDateVocabulary,
  BookingCommand,
  CommandName,
  CommandVocabulary,
  CompleteCommandVocabulary,
  CourtesyVocabulary,
  DateOrder,
  DatePartName,
  DateVocabulary,
  LabelVocabulary,
  Language,
  TimeVocabulary,
  ToldCommand,
  WeekdayRule,
} from "./message/language.js";
export type { FormatField, MessageFormat, MessageFormatOptions, Values } from "./message/message-format.js";
export { parseDate } from "./message/parse-date.js";
export { type MessageReference, parseMessage } from "./message/parse-message.js";
export type {
  NearlyUnderstood,
  ParsedMessage,
  ParsedPerson,
  UnderstoodMessage,
} from "./message/parsed-message.js";
export { type Problem, type ProblemCode, problemCodes } from "./message/problem.js";
export type { Evidence, ValueEvidence } from "./message/read-record.js";
export { type BaileyWelchDay, baileyWelch } from "./office/bailey-welch.js";
export { defineOffice } from "./office/define-office.js";
export { defineOffices, type OfficesConfig } from "./office/define-offices.js";
export type {
  CapacityConfig,
  ExceptionalDay,
  ExceptionalDayConfig,
  Office,
  OfficeConfig,
  OfficeRules,
  OpeningPool,
  PoolCapacities,
  Weekday,
} from "./office/office.js";
export type { Overbooking } from "./office/overbooking.js";
export {
  type Column,
  type ColumnType,
  type ColumnValue,
  type Detail,
  defineKind,
  type Family,
  homeKind,
  isOfHome,
  type Kind,
  type KindShape,
  keyOf,
  type List,
  type LookUp,
  type LookUpShape,
  type LookUpValue,
  type Migration,
  type MigrationStep,
  nameOf,
  type TableShape,
  textsOf,
} from "./store/kind.js";
export { memoryStore } from "./store/memory-store.js";
export {
  type Decision,
  type Erasure,
  isEmpty,
  joinScopes,
  type Loaded,
  type Records,
  recordsOf,
  type Saved,
  type Scope,
  saved,
  type TimedScope,
  type Want,
} from "./store/scope.js";
export {
  type Decide,
  decideOn,
  type Filter,
  type Page,
  pageOf,
  type Query,
  type Store,
  /** The first name of a store. */
  type Store as BookingStore,
} from "./store/store.js";
export {
  bookingCodes,
  type CodeReading,
  type CodeScheme,
  type CodeSchemeSettings,
  codeAlphabet,
  defineCodeScheme,
  numericCodes,
} from "./ticket/booking-code.js";
export { type CalendarFileOptions, renderCalendarFile } from "./ticket/calendar-file.js";
export { type CodeStrength, type CodeStrengthQuery, codeStrength } from "./ticket/code-strength.js";
export { type QueueNumber, type QueueNumberLabel, queueNumber } from "./ticket/queue-number.js";
export { listRevocations, type RevocableBooking, type Revocation } from "./ticket/signature/revocations.js";
export {
  createSigningKey,
  type SigningKey,
  type VerifyingKey,
  verifyingKeyOf,
} from "./ticket/signature/signing-key.js";
export type { SignedTicket } from "./ticket/signature/ticket-payload.js";
export {
  createTicketSigner,
  type TicketSigner,
  type TicketSignerSettings,
} from "./ticket/signature/ticket-signer.js";
export {
  createTicketVerifier,
  type TicketVerifier,
  type TicketVerifierSettings,
  type TokenVerdict,
} from "./ticket/signature/ticket-verifier.js";
export { type ClaimUse, memoryUses, type TicketUse, type UseClaim } from "./ticket/signature/use-register.js";
export { createTicket, type Ticket, type TicketSource } from "./ticket/ticket.js";
