import type { ComponentType } from 'preact';
import type { Api } from './api.js';

export type DeskAccount = NonNullable<Api['SessionView']['account']>;
export type Role = DeskAccount['role'];

const ROLES: readonly Role[] = ['reader', 'analyst', 'editor', 'administrator'];

/** Each role may do what those before it may. */
export const mayActAs = (account: DeskAccount, role: Role): boolean =>
  ROLES.indexOf(account.role) >= ROLES.indexOf(role);

export interface DeskPageProps {
  account: DeskAccount;
  /** what the `:name` parts of the address say */
  params: Readonly<Record<string, string>>;
}

export interface DeskPage {
  /** its address; a part `:name` stands for anything */
  path: string;
  /** in the navigation and the title of the window */
  title: string;
  /** the least role that it is for */
  role: Role;
  /** left out of the navigation */
  hidden?: boolean;
  /** each page is fetched when it is opened */
  load: () => Promise<ComponentType<DeskPageProps>>;
}

/** The desk, in the order of its navigation. */
export const DESK_PAGES: readonly DeskPage[] = [
  {
    path: '/desk',
    title: 'Desk',
    role: 'reader',
    load: () => import('./pages/home-page.js').then((m) => m.HomePage),
  },
  {
    path: '/desk/scenarios',
    title: 'My scenarios',
    role: 'analyst',
    load: () => import('./analyst/standings-page.js').then((m) => m.StandingsPage),
  },
  {
    path: '/desk/lines',
    title: 'Log several',
    role: 'analyst',
    load: () => import('./lines/lines-page.js').then((m) => m.LinesPage),
  },
  {
    path: '/desk/briefing',
    title: 'Paste a briefing',
    role: 'analyst',
    load: () => import('./analyst/briefing-page.js').then((m) => m.BriefingPage),
  },
  {
    path: '/desk/calibration',
    title: 'My calibration',
    role: 'analyst',
    load: () => import('./analyst/calibration-page.js').then((m) => m.CalibrationPage),
  },
  {
    path: '/desk/queue',
    title: 'Queue',
    role: 'editor',
    load: () => import('./pages/queue-page.js').then((m) => m.QueuePage),
  },
  {
    path: '/desk/rereads',
    title: 'Re-reads',
    role: 'editor',
    load: () => import('./pages/rereads-page.js').then((m) => m.RereadsPage),
  },
  {
    path: '/desk/dashboard',
    title: 'Dashboard',
    role: 'editor',
    load: () => import('./pages/dashboard-page.js').then((m) => m.DashboardPage),
  },
  {
    path: '/desk/scenarios/:id',
    title: 'Prediction',
    role: 'editor',
    hidden: true,
    load: () => import('./pages/judging-page.js').then((m) => m.JudgingPage),
  },
  {
    path: '/desk/admin',
    title: 'Accounts',
    role: 'administrator',
    load: () => import('./pages/admin/accounts-page.js').then((m) => m.AccountsPage),
  },
  {
    path: '/desk/admin/tokens',
    title: 'All tokens',
    role: 'administrator',
    load: () => import('./pages/admin/all-tokens-page.js').then((m) => m.AllTokensPage),
  },
  {
    path: '/desk/admin/topics',
    title: 'Topics',
    role: 'administrator',
    load: () => import('./pages/admin/topics-page.js').then((m) => m.TopicsPage),
  },
  {
    path: '/desk/admin/settings',
    title: 'Settings',
    role: 'administrator',
    load: () => import('./pages/admin/settings-page.js').then((m) => m.SettingsPage),
  },
  {
    path: '/desk/admin/status',
    title: 'Status',
    role: 'administrator',
    load: () => import('./pages/admin/status-page.js').then((m) => m.StatusPage),
  },
  {
    path: '/desk/tokens',
    title: 'Your tokens',
    role: 'reader',
    load: () => import('./pages/tokens-page.js').then((m) => m.TokensPage),
  },
  {
    path: '/desk/account',
    title: 'Your account',
    role: 'reader',
    load: () => import('./pages/account-page.js').then((m) => m.AccountPage),
  },
];

/** The page of an address, and what the address says. */
export function deskPageAt(
  path: string,
): { page: DeskPage; params: Readonly<Record<string, string>> } | undefined {
  const parts = partsOf(path);
  for (const page of DESK_PAGES) {
    const pattern = partsOf(page.path);
    const fits =
      pattern.length === parts.length &&
      pattern.every((part, index) => part.startsWith(':') || part === parts[index]);
    if (!fits) continue;
    const named = pattern.flatMap((part, index) =>
      part.startsWith(':') ? [[part.slice(1), decodeURIComponent(parts[index]!)] as const] : [],
    );
    return { page, params: Object.fromEntries(named) };
  }
  return undefined;
}

const partsOf = (path: string): string[] => path.split('/').filter(Boolean);
