/** The desk's entry: asks who is here, and shows the page of this address to those whom it is for. */
import { type ComponentChild, render } from 'preact';
import { type Api, ask } from './api.js';
import { deskPageAt, mayActAs } from './desk-pages.js';
import { DeskShell } from './desk-shell.js';
import { LoginPage } from './pages/login-page.js';

async function start(root: HTMLElement): Promise<void> {
  const site = root.dataset.site ?? '';
  const path = location.pathname;
  const show = (content: ComponentChild, title: string) => {
    document.title = `${title} · ${site}`;
    render(content, root);
  };
  const oidc = root.dataset.oidc ?? null;
  if (path === '/desk/login') return show(<LoginPage site={site} oidc={oidc} />, 'Log in');
  if (path === '/desk/welcome') {
    const { WelcomePage } = await import('./pages/welcome-page.js');
    return show(<WelcomePage site={site} oidc={oidc} />, 'Welcome');
  }

  const { account } = await ask<Api['SessionView']>('session');
  if (!account) return location.assign(`/desk/login?next=${encodeURIComponent(path + location.search)}`);
  const found = deskPageAt(path);
  const page = found?.page;
  const frame = { site, example: root.dataset.example !== undefined, account, here: page?.path ?? path };
  if (!page || !mayActAs(account, page.role))
    return show(
      <DeskShell {...frame}>
        <h1>There is nothing here for you.</h1>
        <p>
          The address may be mistyped, or this page is for another role. Yours is {account.role}.{' '}
          <a href="/desk">To the desk</a>
        </p>
      </DeskShell>,
      'Not found',
    );
  const Page = await page.load();
  show(
    <DeskShell {...frame}>
      <Page account={account} params={found.params} />
    </DeskShell>,
    page.title,
  );
}

const root = document.getElementById('desk');
if (root)
  start(root).catch((error: unknown) => {
    render(
      <main class="desk-narrow">
        <h1>The desk did not open.</h1>
        <p role="alert">{error instanceof Error ? error.message : String(error)}</p>
        <p>
          <a href="">Try again</a>
        </p>
      </main>,
      root,
    );
  });
