import { AnalystHome } from '../analyst/analyst-home.js';
import { DESK_PAGES, type DeskPageProps, mayActAs } from '../desk-pages.js';

/** Where one lands after logging in: what this account can do here. */
export function HomePage({ account }: DeskPageProps) {
  const pages = DESK_PAGES.filter(
    (page) => !page.hidden && page.path !== '/desk' && mayActAs(account, page.role),
  );
  return (
    <section class="lead">
      <h1>{`Hello, ${account.name}`}</h1>
      {mayActAs(account, 'analyst') && <AnalystHome account={account} />}
      <ul>
        {pages.map(({ path, title }) => (
          <li key={path}>
            <a href={path}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
