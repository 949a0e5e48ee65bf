import type { Erratum } from '../data.js';
import { instant } from '../words.js';

/** Slips that were corrected: what stood there first stays visible. */
export function ErrataNotes({ errata }: { errata: readonly Erratum[] }) {
  return (
    <>
      {errata.map((erratum, i) => (
        <p class="note" key={i}>
          Corrected {instant(erratum.recordedAt)}: {erratum.field} first stood as <s>{erratum.was}</s>, became{' '}
          {erratum.became}. {erratum.proof}
        </p>
      ))}
    </>
  );
}
