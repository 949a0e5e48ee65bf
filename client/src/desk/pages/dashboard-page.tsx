export const DashboardPage = () => <p>…</p>;
