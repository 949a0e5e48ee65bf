import { Dialog } from '../dialog.js';
import { KEYS } from './keys.js';

const NAMES: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };

/** All keys, and what they do. */
export const KeyHelp = ({ onClose }: { onClose: () => void }) => (
  <Dialog title="Keys" onClose={onClose}>
    <dl class="keys">
      {KEYS.map(({ keys, what }) => (
        <div key={what}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{NAMES[key] ?? key}</kbd>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
      <div>
        <dt>
          <kbd>N</kbd>
        </dt>
        <dd>log a prediction, as n does on every other page</dd>
      </div>
    </dl>
    <p class="note">Letters are letters while you type in a field.</p>
  </Dialog>
);
