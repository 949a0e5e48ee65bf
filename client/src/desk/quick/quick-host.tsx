import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DeskAccount } from '../desk-pages.js';
import { useKeys } from '../keys.js';

const OPEN = 'hindcast:quick';

export interface QuickBoxProps {
  account: DeskAccount;
  onClose: () => void;
}

/** Opens the quick box from anywhere on the desk. */
export const openQuickBox = (): boolean => dispatchEvent(new Event(OPEN));

/** Waits for `n`, or `N` where `n` says that something did not happen, and then fetches the quick box. */
export function QuickHost({ account }: { account: DeskAccount }) {
  const [box, setBox] = useState<{ Box: ComponentType<QuickBoxProps> } | null>(null);
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    setOpen(true);
    void import('./quick-box.js').then(({ QuickBox }) => setBox({ Box: QuickBox }));
  };
  useKeys({ n: open, N: open });
  useEffect(() => {
    addEventListener(OPEN, open);
    return () => removeEventListener(OPEN, open);
  }, []);
  return isOpen && box ? <box.Box account={account} onClose={() => setOpen(false)} /> : null;
}
