import { useState } from 'preact/hooks';

/** Something secret that the server shows this once: to copy, not to keep here. */
export function ShownOnce({ title, secret, note }: { title: string; secret: string; note: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      document.getElementById('shown-once')?.focus(); // without leave to copy, it can be selected
    }
  };
  return (
    <div class="desk-once" role="status">
      <h2>{title}</h2>
      <p>
        <input
          id="shown-once"
          readOnly
          value={secret}
          aria-label={title}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" onClick={() => void copy()}>
          Copy
        </button>
        <span aria-live="polite">{copied ? ' Copied.' : ''}</span>
      </p>
      <p class="field-hint">{note}</p>
    </div>
  );
}
