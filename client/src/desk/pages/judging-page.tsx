export const JudgingPage = () => <p>…</p>;
