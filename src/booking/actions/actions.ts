import { cancel } from "./cancel.js";
import { changeParty } from "./change-party.js";
import { confirm } from "./confirm.js";
import { eraseDay } from "./erase-day.js";
import { eraseEnded } from "./erase-ended.js";
import { extend } from "./extend.js";
import { forget } from "./forget.js";
import { forgetAnswers } from "./forget-answers.js";
import { handOver } from "./hand-over.js";
import { hold } from "./hold.js";
import { joinWaitingList } from "./join-waiting-list.js";
import { leaseNotices } from "./lease-notices.js";
import { markAbsent } from "./mark-absent.js";
import { markSent } from "./mark-sent.js";
import { note } from "./note.js";
import { reconcile } from "./reconcile.js";
import { reschedule } from "./reschedule.js";
import { resolve } from "./resolve.js";
import { sweep } from "./sweep.js";
import { useTicket } from "./use-ticket.js";

/** Everything that people may ask for, by the name of its method at the desk. */
export interface Actions {
  readonly hold: typeof hold;
  readonly confirm: typeof confirm;
  readonly cancel: typeof cancel;
  readonly extend: typeof extend;
  readonly reschedule: typeof reschedule;
  readonly joinWaitingList: typeof joinWaitingList;
  readonly changeParty: typeof changeParty;
}

export const actions: Actions = {
  hold,
  confirm,
  cancel,
  extend,
  reschedule,
  joinWaitingList,
  changeParty,
};

export type ActionName = keyof Actions;

/** How each action ends. */
export type OutcomeOf = { readonly [Name in ActionName]: ReturnType<Actions[Name]["decide"]> };

export type Outcome = OutcomeOf[ActionName];

/** Everything that the desk does by itself or for its staff. */
export interface Tasks {
  readonly sweep: typeof sweep;
  readonly leaseNotices: typeof leaseNotices;
  readonly markAbsent: typeof markAbsent;
  readonly markSent: typeof markSent;
  readonly resolve: typeof resolve;
  readonly handOver: typeof handOver;
  readonly forget: typeof forget;
  readonly forgetAnswers: typeof forgetAnswers;
  readonly eraseDay: typeof eraseDay;
  readonly eraseEnded: typeof eraseEnded;
  readonly reconcile: typeof reconcile;
  readonly useTicket: typeof useTicket;
  readonly note: typeof note;
}

export const tasks: Tasks = {
  sweep,
  leaseNotices,
  markAbsent,
  markSent,
  resolve,
  handOver,
  forget,
  forgetAnswers,
  eraseDay,
  eraseEnded,
  reconcile,
  useTicket,
  note,
};
