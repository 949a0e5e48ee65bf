import type { ComponentChildren } from 'preact';

/**
 * A part of a page that never changes once the server has rendered it. The browser leaves it as it stands and never
 * calls `children`, so that the data of such parts is not sent a second time for the script (see `dataOfScript`).
 */
export function Still({ children }: { children: () => ComponentChildren }) {
  return typeof document === 'undefined' ? (
    <div>{children()}</div>
  ) : (
    // While a page comes alive, Preact takes what stands inside such an element as it is.
    <div dangerouslySetInnerHTML={{ __html: '' }} />
  );
}
