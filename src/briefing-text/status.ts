/** The states of a story that desks print beside its category. */
const STATUSES =
  'Developing Breaking Ongoing Updated Update Unconfirmed Confirmed Unresolved Resolved Monitoring De-escalating Escalating Emerging Active Stable Contained Concluded Closed Live Watch Watching Evolving Unfolding Settled Paused Stalled Stalemate Ended Disputed Unverified Verified Archived Final Critical Imminent Frozen Worsening Improving Easing Intensifying Suspended Pending Open Alert'.split(
    ' ',
  );
const CATEGORIES =
  /^(?:conflict|politics|economy|economics|business|markets?|diplomacy|climate|energy|health|technology|tech|science|security|society|trade|elections?|sports?|culture|law|justice|crime|environment|finance|world|military|defen[cs]e|policy|foreign policy|labou?r|transport|migration|space|education|food|agriculture|water|shipping|infrastructure|international|regional|disaster|humanitarian|cyber|industry|housing)$/i;
const STATUS = new RegExp(`^(?:${STATUSES.join('|')})$`, 'i');
const JOINED = new RegExp(`^(.{0,60}?[\\p{Ll}\\d)])(${STATUSES.join('|')})$`, 'u');
const APART = /^(.{1,60}?) ?[·|/,•–—:-] ?(.{1,40})$/;

/** A category and a status told apart; `sure` is false where spacing or an unknown word left room for doubt. */
export interface CategoryStatus {
  category: string | null;
  status: string | null;
  sure: boolean;
}

/** Whether a word is a known state of a story. */
export function isStatus(text: string): boolean {
  return STATUS.test(text);
}

/** Whether a word or two name a known field of news. */
export function isCategory(text: string): boolean {
  return CATEGORIES.test(text);
}

/**
 * Tells category and status apart: run together ("TradeStalled"), parted by a sign ("Trade · Stalled") or by a space.
 * Null where the line is neither. `late` says that topic and headline are already known, so a looser shape will do.
 */
export function splitStatus(text: string, late: boolean): CategoryStatus | null {
  if (text.length > 80 || /[.!?]$/.test(text)) return null;
  if (isStatus(text)) return { category: null, status: text, sure: true };
  const joined = JOINED.exec(text);
  if (joined && words(joined[1]!) <= 3) {
    return { category: joined[1]!.trim(), status: joined[2]!, sure: joined[1]!.trim() !== '' };
  }
  const apart = APART.exec(text);
  if (apart && words(apart[1]!) <= 3 && words(apart[2]!) <= 2) {
    if (isStatus(apart[2]!)) return { category: apart[1]!, status: apart[2]!, sure: true };
    if (isStatus(apart[1]!)) return { category: apart[2]!, status: apart[1]!, sure: true };
    if (late && isCategory(apart[1]!)) return { category: apart[1]!, status: apart[2]!, sure: false };
  }
  const space = text.lastIndexOf(' ');
  if (space > 0 && isStatus(text.slice(space + 1))) {
    const category = text.slice(0, space);
    if (isCategory(category) || (late && words(category) <= 2)) {
      return { category, status: text.slice(space + 1), sure: isCategory(category) };
    }
  }
  if (!late) return null;
  if (isCategory(text)) return { category: text, status: null, sure: true };
  const camel = /^(\p{Lu}\p{Ll}{2,20})(\p{Lu}\p{Ll}{2,20})$/u.exec(text);
  return camel && isCategory(camel[1]!) ? { category: camel[1]!, status: camel[2]!, sure: false } : null;
}

function words(text: string): number {
  return text.trim().split(' ').length;
}
