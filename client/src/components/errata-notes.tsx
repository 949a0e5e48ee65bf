import type { Erratum } from '../data.js';
import { instant } from '../words.js';

/** Slips that were corrected: what stood there first stays visible. */
export function ErrataNotes({ errata }: { errata: readonly Erratum[] }) {
  return (
    <>
      {errata.map((erratum, i) => (
        <p class="note" key={i}>
          Corrected {instant(erratum.recordedAt)}: <Slip {...erratum} /> {erratum.proof}
        </p>
      ))}
    </>
  );
}

function Slip({ field, criteriaVersion, was, became }: Erratum) {
  if (criteriaVersion !== null)
    return (
      <>
        version {criteriaVersion} of the criteria was recorded as <s>a changed question</s>; it asks the same
        one, and the forecasts that it ended count again.
      </>
    );
  // Readers do not learn of a topic that keeps to the desk.
  if (field === 'topic' && was === null) return <>the topic became {became}.</>;
  return (
    <>
      {field} first stood as <s>{was}</s>, became {became}.
    </>
  );
}
