import { own } from "../own.ts";
import type { Facts } from "../prove/tell-case.ts";
import type { Language } from "../texts.ts";
import { deadlineText } from "../terms/sections-of-deadlines.ts";
import { type DiffWord, sayDiff } from "./sentences.ts";
import type { WordsChanged } from "./words-changed.ts";

/** One thing that two documents say otherwise, as a sentence. */
export function tellWords(
  { kind, names, say }: WordsChanged,
  facts: Facts,
  language: Language,
): string {
  const [name = "", ...values] = names;
  const fact = (code: string) => own(facts, code)?.text[language] ?? code;
  switch (kind) {
    case "no_longer_binds":
    case "now_binds":
      return sayDiff(kind, language, { name: sayDiff(name as DiffWord, language) });
    case "asks":
    case "no_longer_asks":
    case "asks_otherwise": {
      const [by = "", burden = "", now = "", burdenNow = ""] = values;
      return sayDiff(kind, language, {
        fact: fact(name),
        by: tellAsked(by, burden, language),
        now: now === "" ? "" : tellAsked(now, burdenNow, language),
      });
    }
    case "parameter_added":
    case "parameter_removed":
    case "parameter_changed": {
      const [all = "", usual = "", now = "", usualNow = ""] = values;
      return sayDiff(kind, language, { name, values: all, usual, now, usualNow });
    }
    case "promise_added":
    case "promise_removed": {
      const [head = "", of = ""] = values;
      const promise = sayDiff(name as DiffWord, language, { head, fact: fact(of) });
      return sayDiff(kind, language, { promise });
    }
    case "deadline_added":
    case "deadline_removed":
    case "deadline_changed":
      return sayDiff(kind, language, {
        name,
        time: tellTime(values.slice(0, 4), language),
        now: tellTime(values.slice(4), language),
      });
    default:
      return sayDiff(kind, language, { name, say: say?.[language] ?? name });
  }
}

function tellAsked(by: string, burden: string, language: Language): string {
  const told = sayDiff(`by_${by}` as DiffWord, language);
  return burden === "" ? told : sayDiff(`burden_${burden}` as DiffWord, language, { by: told });
}

/** A time limit as the terms say it, without the stop of its sentence. */
function tellTime(
  [duty, from = "", to = "", within = ""]: readonly string[],
  language: Language,
): string {
  if (duty === undefined) return "";
  const holder = duty === "customer" ? "customer" : "merchant";
  return deadlineText({ duty: holder, from, to, within }, language, false).replace(/[.。]$/, "");
}
