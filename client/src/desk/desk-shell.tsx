import type { ComponentChildren } from 'preact';
import { ask } from './api.js';
import { DESK_PAGES, type DeskAccount, mayActAs } from './desk-pages.js';
import { QuickHost } from './quick/quick-host.js';

export interface DeskShellProps {
  site: string;
  example: boolean;
  account: DeskAccount;
  /** the address of the page that is open */
  here: string;
  children: ComponentChildren;
}

/** What surrounds every page of the desk: where one is, where one can go, who one is. */
export function DeskShell({ site, example, account, here, children }: DeskShellProps) {
  const pages = DESK_PAGES.filter((page) => !page.hidden && mayActAs(account, page.role));
  const logOut = async () => {
    await ask('session', { method: 'DELETE' });
    location.assign('/');
  };
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="desk-head">
        {example && (
          <p class="example">
            <strong>Example desk:</strong> everything here is invented.
          </p>
        )}
        <div class="desk-bar">
          <p class="desk-name">
            <a href="/">{site}</a>
          </p>
          <nav aria-label="Desk">
            <ul>
              {pages.map(({ path, title }) => (
                <li key={path}>
                  <a href={path} aria-current={path === here ? 'page' : undefined}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <p class="desk-who">
            {`${account.name}, ${account.role} `}
            <button type="button" onClick={() => void logOut()}>
              Log out
            </button>
          </p>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {mayActAs(account, 'analyst') && <QuickHost account={account} />}
    </>
  );
}
